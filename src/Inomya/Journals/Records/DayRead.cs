using NodaTime;

namespace Inomya.Journals;

/// <summary>What the pages of one day show: the day itself, the days before it, and what goes on around it.</summary>
public sealed record DayRead
{
    /// <summary>How many days before the day are read: what was usual is told from them.</summary>
    public const int DaysBefore = 14;

    public required LocalDate Day { get; init; }

    /// <summary>Of this day, in the order in which they were recorded.</summary>
    public required IReadOnlyList<Entry> Entries { get; init; }

    /// <summary>
    /// The numbers of the <see cref="DaysBefore"/> days before, those by body region only of the last check-in; by day,
    /// within a day in the order in which they were recorded.
    /// </summary>
    public required IReadOnlyList<PastValue> Before { get; init; }

    /// <summary>Of this day and the <see cref="DaysBefore"/> days before.</summary>
    public required IReadOnlyList<Intake> Intakes { get; init; }

    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>The courses that cover the day, with the name of their treatment, in order of name.</summary>
    public required IReadOnlyList<(Course Course, string Name)> Courses { get; init; }

    /// <summary>Names of all treatments.</summary>
    public required IReadOnlyDictionary<Guid, string> Treatments { get; init; }

    /// <summary>The flare that covers the day; null when there is none.</summary>
    public required Flare? Flare { get; init; }

    public required IReadOnlyList<OwnMeasure> OwnMeasures { get; init; }

    /// <summary>
    /// The daily values of devices of this day and those before, those made from more samples first within a day.
    /// </summary>
    public required IReadOnlyList<DevicePoint> Devices { get; init; }

    /// <summary>What was done to this day, newest first, 50 at the most.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>The choices of the person, by key.</summary>
    public required IReadOnlyDictionary<SettingKey, string> Settings { get; init; }
}
