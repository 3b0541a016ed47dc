namespace Inomya.Analysis;

/// <summary>What one person recorded, one row a day, one column a measure.</summary>
/// <remarks>
/// A day without a row and a NaN cell mean the same: not recorded. Neither is ever read as 0.
/// The constructor refuses what no analysis could read; it does not copy, so do not change the arrays afterwards.
/// </remarks>
public sealed record DailyTable
{
    /// <summary>The longest calendar span accepted, in days: a hundred years. A longer one is a typing error in a date.</summary>
    public const int LongestSpanDays = 36_525;

    /// <summary>The largest size of a value accepted. Above it sums of squares lose all meaning in double precision.</summary>
    public const double LargestValue = 1e100;

    /// <param name="names">Shape (columns). The measures, each once; compared by ordinal.</param>
    /// <param name="days">Shape (rows). Days since 1970-01-01, strictly increasing; a day may be missing.</param>
    /// <param name="columns">Shape (columns) of shape (rows). Unit: each measure's own. NaN: not recorded.</param>
    /// <exception cref="ArgumentException">
    /// Names repeat, lengths differ, days do not increase or span more than <see cref="LongestSpanDays"/>,
    /// or a value is infinite or larger than <see cref="LargestValue"/>.
    /// </exception>
    public DailyTable(IReadOnlyList<string> names, IReadOnlyList<int> days, IReadOnlyList<double[]> columns)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(columns);
        RefuseNames(names, columns);
        RefuseDaysOutOfOrder(days);
        RefuseLongSpan(days);
        for (var i = 0; i < columns.Count; i++)
            RefuseColumn(names[i], columns[i], days.Count);
        (Names, Days, Columns) = (names, days, columns);
    }

    /// <summary>Shape (columns). The measures' names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Shape (rows). Days since 1970-01-01, strictly increasing.</summary>
    public IReadOnlyList<int> Days { get; }

    /// <summary>Shape (columns) of shape (rows). NaN: not recorded.</summary>
    public IReadOnlyList<double[]> Columns { get; }

    /// <summary>The days from the first to the last row, both counted; 0 for an empty table.</summary>
    public int SpanDays => Days.Count == 0 ? 0 : Days[^1] - Days[0] + 1;

    /// <summary>The values of a measure by row, or null when there is no such column.</summary>
    public double[]? Find(string name)
    {
        for (var i = 0; i < Names.Count; i++)
            if (string.Equals(Names[i], name, StringComparison.Ordinal))
                return Columns[i];
        return null;
    }

    /// <summary>The same table without the rows of a day and all later ones: what was known on the morning of that day.</summary>
    public DailyTable Before(int day)
    {
        var keep = Days.Count(d => d < day);
        return new DailyTable(Names, [.. Days.Take(keep)], [.. Columns.Select(c => c[..keep])]);
    }

    private static void RefuseNames(IReadOnlyList<string> names, IReadOnlyList<double[]> columns)
    {
        if (names.Count != columns.Count)
            throw new ArgumentException($"{names.Count} names but {columns.Count} columns.", nameof(columns));
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
            throw new ArgumentException("A column name is there twice.", nameof(names));
    }

    private static void RefuseDaysOutOfOrder(IReadOnlyList<int> days)
    {
        for (var i = 1; i < days.Count; i++)
            if (days[i] <= days[i - 1])
                throw new ArgumentException(
                    $"Day {days[i]} at row {i} does not follow day {days[i - 1]}.",
                    nameof(days)
                );
    }

    private static void RefuseLongSpan(IReadOnlyList<int> days)
    {
        if (days.Count > 0 && (long)days[^1] - days[0] >= LongestSpanDays)
            throw new ArgumentException($"The days span more than {LongestSpanDays}.", nameof(days));
    }

    private static void RefuseColumn(string name, double[] column, int rows)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.Length != rows)
            throw new ArgumentException($"Column '{name}' has {column.Length} values for {rows} days.", nameof(column));
        RefuseWildValue(name, column);
    }

    private static void RefuseWildValue(string name, double[] column)
    {
        var wild = Array.FindIndex(column, v => Math.Abs(v) > LargestValue);
        if (wild >= 0)
            throw new ArgumentException($"Column '{name}' holds {column[wild]:R} at row {wild}.", nameof(column));
    }
}
