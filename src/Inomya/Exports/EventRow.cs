using NodaTime;

namespace Inomya.Exports;

/// <summary>One row of events.csv: something that was, or went on for some days.</summary>
/// <param name="Kind">"course", "intake", "flare" and so on.</param>
internal sealed record EventRow(string Kind, Guid Id, Guid Person, Guid Change)
{
    public static IReadOnlyList<string> Columns { get; } =
    [
        "person_id",
        "event",
        "event_id",
        "start_utc",
        "start_date",
        "end_date",
        "name",
        "value",
        "ucum_unit",
        "status",
        "text",
        "source",
        "import_id",
    ];

    public Instant? At { get; init; }

    /// <summary>A day, or a month or year where nothing more exact is known.</summary>
    public string? Start { get; init; }

    /// <summary>The last day; null for one day, and for what goes on.</summary>
    public string? End { get; init; }
    public string? Name { get; init; }
    public string? Value { get; init; }
    public string? Unit { get; init; }
    public string? Status { get; init; }
    public string? Text { get; init; }
    public string? Source { get; init; }

    public IEnumerable<string?> Cells() =>
        [
            Person.ToString(),
            Kind,
            Id.ToString(),
            Written.Moment(At),
            Start,
            End,
            Name,
            Value,
            Unit,
            Status,
            Text,
            Source,
            Change.ToString(),
        ];
}
