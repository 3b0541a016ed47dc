using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing;

/// <summary>What a file holds, read and checked; nothing has been recorded yet.</summary>
public sealed record ImportReading
{
    /// <summary>Id of the format, also the source of every fact.</summary>
    public required string Format { get; init; }

    /// <summary>Data rows read, without the header.</summary>
    public required int Rows { get; init; }

    /// <summary>What can be recorded.</summary>
    public required IReadOnlyList<Recorded> Facts { get; init; }

    /// <summary>What devices measured, to be kept as samples.</summary>
    public SampleBag? Samples { get; init; }

    public required IReadOnlyList<RefusedRow> Refused { get; init; }

    /// <summary>Columns that were left out because nothing says what they are.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What the file holds of another kind, by what it calls it, with how often.</summary>
    public IReadOnlyDictionary<string, int> PassedOver { get; init; } = new Dictionary<string, int>();

    /// <summary>Where the person's midnights were, for the days of <see cref="Samples"/>.</summary>
    public DayClock? Clock { get; init; }

    /// <summary>The first day of what can be recorded; null when there is none.</summary>
    public LocalDate? From => Days.Any() ? Days.Min() : null;

    public LocalDate? To => Days.Any() ? Days.Max() : null;

    private IEnumerable<LocalDate> Days =>
        Facts
            .Select(f =>
                f switch
                {
                    Entry e => (LocalDate?)e.Day,
                    Intake i => i.Day,
                    Note n => n.Day,
                    LabResult r => r.Day,
                    _ => null,
                }
            )
            .OfType<LocalDate>()
            .Concat(SampledDays);

    private IEnumerable<LocalDate> SampledDays =>
        new[] { Samples?.From, Samples?.Last }.OfType<Instant>().Select(i => Clock!.Calendar.DayOf(i));
}
