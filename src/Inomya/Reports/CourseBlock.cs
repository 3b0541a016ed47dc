using Inomya.Content;
using Inomya.Story;
using NodaTime;

namespace Inomya.Reports;

/// <summary>A course over days.</summary>
/// <param name="Values">One a day; NaN is not recorded and stays a gap.</param>
/// <param name="Smooth">A calmer line, or null.</param>
/// <param name="Flares">First and last day of each.</param>
public sealed record CourseBlock(
    string Id,
    string Title,
    string Summary,
    LocalDate Start,
    IReadOnlyList<double> Values,
    double? Low,
    double? Top,
    IReadOnlyList<double>? Smooth,
    IReadOnlyList<(LocalDate From, LocalDate To)> Flares,
    IReadOnlyList<LocalDate> BadDays
) : ReportBlock
{
    /// <summary>What the line is called beside a second one; null: it is alone.</summary>
    public string? Name { get; init; }

    /// <summary>Null where there is one line only.</summary>
    public CourseLine? Second { get; init; }

    /// <summary>What was taken or done, each a bar below the picture.</summary>
    public IReadOnlyList<CourseBar> Bars { get; init; } = [];

    /// <summary>Lasting changes.</summary>
    public IReadOnlyList<CourseChange> Changes { get; init; } = [];

    /// <summary>Each mark of the picture (its class in charts.css) and the word for it.</summary>
    public IEnumerable<(string Mark, string Label)> Legend(Words words)
    {
        if (Smooth is null)
            yield return ("line", Name ?? words["design.chart.recorded"]);
        else
        {
            yield return ("smooth", Name ?? words["design.chart.course"]);
            yield return ("raw", words["report.picture.day"]);
        }
        if (Second is { } second)
            yield return ("second", second.Name);
        if (BadDays.Count > 0)
            yield return ("bad-day", words["design.chart.bad-day"]);
        if (Flares.Count > 0)
            yield return ("flare", words["design.chart.flare"]);
        foreach (var change in Changes)
            yield return ("change", $"{words.ShortDay(change.Day)}: {change.Label}");
    }
}
