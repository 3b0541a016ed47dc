namespace Inomya.Analysis;

/// <summary>Change over the whole record.</summary>
public static class Trend
{
    /// <summary>Ten records more than the nine coefficients: level, six weekdays, line, and one for the error.</summary>
    private const int FewestRecords = 19;

    /// <summary>The slope is told for so many days.</summary>
    private const double DaysOfMonth = 30;

    /// <summary>The slope in outcome units per 30 days, with an interval that allows for days being alike and for slow drift.</summary>
    /// <param name="values">Shape (days), one slot a calendar day. Unit: any. NaN: not recorded.</param>
    /// <param name="weekday">The day of the week of a slot, 0 to 6: weekdays are levelled out first.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <returns>Null when there are not ten records more than the nine coefficients, or the outcome never varies.</returns>
    /// <remarks>
    /// Line, weekday contrasts and level by generalised least squares under first-order autoregression plus random walk, both unknown and
    /// averaged over. A plain regression's interval is several times too narrow here.
    /// </remarks>
    public static TrendEstimate? Estimate(double[] values, Func<int, int> weekday, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(weekday);
        var recorded = Moments.Count(values);
        if (recorded < FewestRecords || Moments.Constant(values))
            return null;

        var scaled = new StandardisedOutcome(values);
        var slope = Slope(scaled.Values, weekday, stop);
        return new TrendEstimate(
            slope.Mean * scaled.Unit,
            slope.Quantile(Interval95.Low) * scaled.Unit,
            slope.Quantile(Interval95.High) * scaled.Unit,
            recorded
        );
    }

    private static Mixture Slope(double[] values, Func<int, int> weekday, CancellationToken stop)
    {
        var months = Enumerable.Range(0, values.Length).Select(t => (t - values.Length / 2.0) / DaysOfMonth);
        List<double[]> columns = [.. Weekdays.Columns(values.Length, weekday), [.. months]];
        double[] ridge = [.. Weekdays.Ridge(1), 0];
        return LevelModel.LastCoefficient(values, columns, ridge, wandering: true, stop: stop);
    }
}
