using Inomya.Analysis;
using Inomya.Series;
using NodaTime;

namespace Inomya.LongView;

/// <summary>A measure month by month, from the first day of the journal to the last.</summary>
/// <param name="Counted">Its days, with those that were called bad in.</param>
public sealed record LongColumn(DayColumn Column, CountedDays Counted, IReadOnlyList<MonthMean> Months)
{
    /// <param name="first">The day of the first value.</param>
    public static LongColumn Of(DayColumn column, CountedDays counted, LocalDate first)
    {
        var months = new List<MonthMean>();
        for (var from = 0; from < column.Values.Length; )
        {
            var day = first.PlusDays(from);
            var month = new LocalDate(day.Year, day.Month, 1);
            var to = Math.Min(column.Values.Length, from + Period.DaysBetween(day, month.PlusMonths(1)));
            months.Add(MeanOf(month, counted.Values.Skip(from).Take(to - from)));
            from = to;
        }
        return new LongColumn(column, counted, months);
    }

    /// <summary>Pieces of months in a row that have a record.</summary>
    public IEnumerable<IReadOnlyList<MonthMean>> Pieces
    {
        get
        {
            var piece = new List<MonthMean>();
            foreach (var month in Months)
                if (month.Recorded > 0)
                    piece.Add(month);
                else if (piece.Count > 0)
                {
                    yield return piece;
                    piece = [];
                }
            if (piece.Count > 0)
                yield return piece;
        }
    }

    /// <summary>Of some days; NaN and 0 where none has a record.</summary>
    public static MonthMean MeanOf(LocalDate first, IEnumerable<double> values)
    {
        var (sum, recorded) = (0.0, 0);
        foreach (var value in values)
            if (!double.IsNaN(value))
                (sum, recorded) = (sum + value, recorded + 1);
        return new MonthMean(first, recorded, recorded == 0 ? double.NaN : sum / recorded);
    }
}
