using Inomya.Series;
using NodaTime;

namespace Inomya.Findings;

/// <summary>Where it hurt over some days.</summary>
/// <param name="Days">Days on which any place was recorded: only these count.</param>
/// <param name="Share">By place, 0 to 1: on how many of <paramref name="Days"/> it hurt there.</param>
public sealed record PainPlaces(LocalDate From, LocalDate To, int Days, IReadOnlyDictionary<string, double> Share)
{
    /// <summary>Over all days of a series.</summary>
    /// <param name="placeOf">
    /// Another division of the body: the place that a region belongs to; null keeps the regions.
    /// </param>
    public static PainPlaces Of(DaySeries series, Func<string, string>? placeOf = null) =>
        Of(series, 0, series.Days, placeOf);

    /// <summary>Month by month; a month in which no place was recorded is not there.</summary>
    public static IReadOnlyList<PainPlaces> ByMonth(DaySeries series, Func<string, string>? placeOf = null)
    {
        var months = new List<PainPlaces>();
        for (var row = 0; row < series.Days; row = NextMonth(series, row))
            if (Of(series, row, NextMonth(series, row), placeOf) is { Days: > 0 } month)
                months.Add(month);
        return months;
    }

    /// <summary>The row at which the month after a row's begins, or the end of the series.</summary>
    private static int NextMonth(DaySeries series, int row)
    {
        var day = series.DayAt(row);
        var next = new LocalDate(day.Year, day.Month, 1).PlusMonths(1);
        return Math.Min(series.Days, row + Period.DaysBetween(day, next));
    }

    private static PainPlaces Of(DaySeries series, int from, int to, Func<string, string>? placeOf)
    {
        var areas = AreasOf(series);
        var days = Enumerable.Range(from, to - from).Where(day => areas.Exists(c => IsRecorded(c, day))).ToList();
        var places = areas.GroupBy(c => placeOf is null ? c.Key.Region! : placeOf(c.Key.Region!));
        var share = days.Count == 0 ? [] : places.ToDictionary(p => p.Key, p => ShareOf(days, p));
        return new PainPlaces(series.DayAt(from), series.DayAt(to - 1), days.Count, share);
    }

    private static List<DayColumn> AreasOf(DaySeries series) =>
        [.. series.Columns.Where(c => c.Key is { Region: not null, Measure: "pain_area" or "pain" })];

    private static bool IsRecorded(DayColumn column, int day) => !double.IsNaN(column.Values[day]);

    private static double ShareOf(List<int> days, IEnumerable<DayColumn> place) =>
        (double)days.Count(day => place.Any(c => c.Values[day] > 0)) / days.Count;
}
