using Inomya.Checkins;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Web.Checkins;

/// <summary>What came of a form of a day.</summary>
/// <param name="Change">Null when the day holds this already, or when something is wrong with the form.</param>
public sealed record DayFormResult(LocalDate Day, Change? Change)
{
    /// <summary>Fields that cannot be recorded, with the last part of the locale key checkin.error.WHY.</summary>
    public IReadOnlyList<(string Field, Question Question, string Why)> Errors { get; init; } = [];

    /// <summary>Answers that someone gave another way meanwhile.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; init; } = [];

    /// <summary>What the form said, to show it again.</summary>
    public CheckinAnswers Given { get; init; } = new();

    /// <summary>The day of the form has not come yet where the person is.</summary>
    public bool IsAhead { get; init; }

    /// <summary>It answers for a medicine that is not taken on the day any more.</summary>
    public bool IsChanged { get; init; }

    public bool IsTaken => Errors.Count == 0 && Conflicts.Count == 0 && !IsAhead && !IsChanged;
}
