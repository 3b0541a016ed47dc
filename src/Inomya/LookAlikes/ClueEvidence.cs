using Inomya.Journals;
using NodaTime;

namespace Inomya.LookAlikes;

/// <summary>A clue that holds, with what was recorded.</summary>
/// <param name="Day">When it was recorded, where that is known.</param>
/// <param name="Value">The measured value, average or score, where there is one.</param>
/// <param name="Text">The medicine or the sentence, as recorded.</param>
/// <param name="Lab">The result, for a clue about one.</param>
public sealed record ClueEvidence(
    Clue Clue,
    LocalDate? Day = null,
    double? Value = null,
    string? Text = null,
    LabResult? Lab = null
);
