using Inomya.Content;
using NodaTime;

namespace Inomya.Web.Design.Charts;

/// <summary>The numbers of a chart over days as rows of a table: one a day for up to ten weeks, one a week for more.</summary>
public static class ChartRows
{
    private const int DaysBeforeWeeks = 70;
    private const int Week = 7;

    public static IReadOnlyList<string> Head(Words words, string value, int days) =>
        days <= DaysBeforeWeeks
            ? [words["design.chart.day"], value]
            : [words["design.chart.week-of"], words["design.chart.week-mean"], words["design.chart.days-recorded"]];

    public static IEnumerable<IReadOnlyList<string>> Of(Words words, LocalDate start, IReadOnlyList<double> values) =>
        values.Count <= DaysBeforeWeeks ? ByDay(words, start, values) : ByWeek(words, start, values);

    private static IEnumerable<IReadOnlyList<string>> ByDay(Words words, LocalDate start, IReadOnlyList<double> values)
    {
        for (var i = 0; i < values.Count; i++)
            yield return [words.ShortDay(start.PlusDays(i)), Text(words, values[i])];
    }

    private static IEnumerable<IReadOnlyList<string>> ByWeek(Words words, LocalDate start, IReadOnlyList<double> values)
    {
        for (var i = 0; i < values.Count; i += Week)
        {
            var days = values.Skip(i).Take(Week).ToArray();
            yield return [words.ShortDay(start.PlusDays(i)), .. MeanAndCount(words, days)];
        }
    }

    private static string[] MeanAndCount(Words words, double[] days)
    {
        var recorded = days.Where(v => !double.IsNaN(v)).ToArray();
        var mean = recorded.Length == 0 ? double.NaN : recorded.Average();
        return [Text(words, mean), words["design.chart.n-of-m", ("n", recorded.Length), ("m", days.Length)]];
    }

    /// <summary>A value as words; NaN is "not recorded".</summary>
    public static string Text(Words words, double value) =>
        double.IsNaN(value) ? words["common.not-recorded"] : words.Number(value);
}
