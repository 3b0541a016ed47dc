using System.Security.Cryptography;
using System.Text;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Exports;

/// <summary>One row of observations.csv: one value of one measure.</summary>
internal sealed record ObservationRow
{
    private const int HashBytes = 16;

    public static IReadOnlyList<string> Columns { get; } =
    [
        "person_id",
        "start_utc",
        "end_utc",
        "local_date",
        "zone",
        "measure",
        "value",
        "ucum_unit",
        "raw_value",
        "raw_unit",
        "raw_scale",
        "source",
        "device",
        "method",
        "quality",
        "import_id",
        "row_hash",
    ];

    public required Guid Person { get; init; }
    public Instant? Start { get; init; }
    public Instant? End { get; init; }
    public required LocalDate Day { get; init; }
    public string? Zone { get; init; }

    /// <summary>As the columns of days.csv are named, without the scale: that has a column of its own.</summary>
    public required string Measure { get; init; }
    public double? Value { get; init; }

    /// <summary>What was recorded, where it is more than the number, or words.</summary>
    public string? Raw { get; init; }
    public string? Unit { get; init; }
    public Scale? Scale { get; init; }
    public string? Source { get; init; }
    public string? Device { get; init; }
    public required string Method { get; init; }
    public string? Quality { get; init; }

    /// <summary>The change that brought it; null for samples, of which several changes may have told the same.</summary>
    public Guid? Change { get; init; }

    public IEnumerable<string?> Cells() =>
        [
            Person.ToString(),
            Written.Moment(Start),
            Written.Moment(End),
            Written.Day(Day),
            Zone,
            Measure,
            Written.Number(Value),
            Unit,
            RawValue,
            Unit,
            Scale?.ToString(),
            Source,
            Device,
            Method,
            Quality,
            Change?.ToString(),
            Hash(),
        ];

    private string? RawValue => Raw ?? Written.Number(Value);

    /// <summary>The same for the same value of the same moment from the same source, in every export.</summary>
    private string Hash()
    {
        string?[] identity =
        [
            Measure,
            Source,
            Device,
            Method,
            Written.Moment(Start),
            Written.Moment(End),
            Written.Day(Day),
            RawValue,
            Unit,
            Scale?.ToString(),
        ];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', identity)));
        return Convert.ToHexStringLower(hash.AsSpan(0, HashBytes));
    }
}
