using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing;

/// <summary>A row or cell that cannot be taken in.</summary>
/// <param name="Line">Line of the file, counted from 1, where the row starts.</param>
/// <param name="Why">Last part of the locale key refused.WHY.</param>
/// <param name="Value">What stood there, at most 60 characters of it.</param>
/// <param name="Column">The column, where it is about one.</param>
public sealed record RefusedRow(long Line, string Why, string Value, string? Column = null)
{
    private const int Shown = 60;

    public string Value { get; } = Value.Length <= Shown ? Value : string.Concat(Value.AsSpan(0, Shown), "…");
}

/// <summary>What a file holds, read and checked; nothing has been recorded yet.</summary>
public sealed record ImportReading
{
    /// <summary>Id of the format, also the source of every fact.</summary>
    public required string Format { get; init; }

    /// <summary>Data rows read, without the header.</summary>
    public required int Rows { get; init; }

    /// <summary>What can be recorded.</summary>
    public required IReadOnlyList<Recorded> Facts { get; init; }

    public required IReadOnlyList<RefusedRow> Refused { get; init; }

    /// <summary>Columns that were left out because nothing says what they are.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

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
            .OfType<LocalDate>();

    /// <summary>The first day of what can be recorded; null when there is none.</summary>
    public LocalDate? From => Days.Any() ? Days.Min() : null;

    public LocalDate? To => Days.Any() ? Days.Max() : null;
}

/// <summary>A file that cannot be taken in at all.</summary>
/// <param name="why">Last part of the locale key import.WHY.</param>
/// <param name="detail">What stands for {detail} in that text: a column, a list of people.</param>
public sealed class ImportException(string why, string detail = "") : Exception($"{why}: {detail}")
{
    public string Why { get; } = why;
    public string Detail { get; } = detail;
}

/// <summary>What the person said about a file.</summary>
public sealed record ImportOptions
{
    /// <summary>Id of the format; null to recognise it.</summary>
    public string? As { get; init; }

    /// <summary>Which person of a file that holds several.</summary>
    public string? Select { get; init; }

    /// <summary>What the columns of a table are; null for a format that says so itself.</summary>
    public CsvMap? Map { get; init; }

    /// <summary>Where the person's midnight was, for a file that gives hours; UTC where nothing is known.</summary>
    public DayClock Days { get; init; } = new(DayClock.UsualBoundary, [new ZoneSince(default, "Etc/UTC")]);
}
