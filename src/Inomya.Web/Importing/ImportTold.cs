using Inomya.Importing;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.Importing;

/// <summary>What is told of a file that was read: its days, and what was left out of it. Small enough to be kept.</summary>
public sealed record ImportTold
{
    /// <summary>More are counted and not shown.</summary>
    public const int MostShown = 200;

    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;

    /// <summary>A row that was not taken in.</summary>
    /// <param name="Why">Last part of the locale key refused.WHY.</param>
    public sealed record Row(long Line, string? Column, string Value, string Why);

    /// <summary>The first day it holds, ISO 8601; null when there is none.</summary>
    public string? FirstDay { get; init; }

    public string? LastDay { get; init; }
    public IReadOnlyList<string> LeftOut { get; init; } = [];
    public IReadOnlyDictionary<string, int> PassedOver { get; init; } = new Dictionary<string, int>();

    /// <summary>The first <see cref="MostShown"/>.</summary>
    public IReadOnlyList<Row> Refused { get; init; } = [];

    /// <summary>All of them.</summary>
    public int RefusedCount { get; init; }

    internal LocalDate? From => DayOf(FirstDay);
    internal LocalDate? To => DayOf(LastDay);

    public static ImportTold Of(ImportReading reading) =>
        new()
        {
            FirstDay = reading.From is { } from ? Iso.Format(from) : null,
            LastDay = reading.To is { } to ? Iso.Format(to) : null,
            LeftOut = reading.LeftOut,
            PassedOver = reading.PassedOver.Take(MostShown).ToDictionary(),
            Refused = [.. reading.Refused.Take(MostShown).Select(r => new Row(r.Line, r.Column, r.Value, $"{r.Why}"))],
            RefusedCount = reading.Refused.Count,
        };

    private static LocalDate? DayOf(string? day) =>
        day is not null && Iso.Parse(day) is { Success: true, Value: var read } ? read : null;
}
