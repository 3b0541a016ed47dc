namespace Inomya.Programmes;

/// <summary>What a programme amounts to in one language.</summary>
/// <param name="Core">How many steps the core has.</param>
/// <param name="Steps">How many there are in all.</param>
/// <param name="Words">Of all forms of all steps.</param>
/// <param name="Grade">Reading grade of all of it together; null where it is not English, for which it was made.</param>
/// <param name="HardestGrade">Of its hardest step; null likewise.</param>
/// <param name="Minutes">Of the usual forms on the full road.</param>
/// <param name="CoreMinutes">Of the usual forms of the core.</param>
/// <param name="ShortMinutes">Of the short forms on the full road.</param>
/// <param name="Sources">How many different sources it names.</param>
/// <param name="NotReviewed">How many steps no clinician has looked over, or whose review expired.</param>
/// <param name="NextExpiry">The first day on which a review ends, as yyyy-MM-dd; null where none holds.</param>
public sealed record ContentLine(
    string Programme,
    string Language,
    int Version,
    int Core,
    int Steps,
    int Words,
    double? Grade,
    double? HardestGrade,
    int Minutes,
    int CoreMinutes,
    int ShortMinutes,
    int Sources,
    int NotReviewed,
    string? NextExpiry
);
