namespace Inomya.Analysis;

/// <summary>Runs of bad days.</summary>
public static class FlareEpisodes
{
    /// <summary>Unrecorded days between two flare days that count as part of the same flare, at most.</summary>
    public const int BridgedDays = 2;

    /// <summary>By the person's own definition: runs of recorded days at or beyond a threshold.</summary>
    /// <param name="values">Shape (days), one slot a calendar day. NaN: not recorded.</param>
    /// <param name="threshold">Same unit.</param>
    /// <param name="firstDay">Day of the first slot, days since 1970-01-01.</param>
    /// <param name="higherIsWorse">False turns "at or above" to "at or below".</param>
    /// <returns>
    /// In order of time. A recorded better day ends a flare; up to <see cref="BridgedDays"/> unrecorded ones do not.
    /// </returns>
    public static IReadOnlyList<Episode> Own(double[] values, double threshold, int firstDay, bool higherIsWorse = true)
    {
        ArgumentNullException.ThrowIfNull(values);
        return
        [
            .. BridgedRuns(values, v => higherIsWorse ? v >= threshold : v <= threshold)
                .Select(run => new Episode(
                    firstDay + run.Start,
                    firstDay + run.End,
                    FlareDefinition.Own,
                    Worst(values, run, higherIsWorse),
                    1
                )),
        ];
    }

    private static IEnumerable<(int Start, int End)> BridgedRuns(double[] values, Func<double, bool> isBad)
    {
        (int Start, int End)? run = null;
        for (var t = 0; t < values.Length; t++)
            if (isBad(values[t]))
                run = (run?.Start ?? t, t);
            else if (run is { } over && Ends(over.End, t))
            {
                yield return over;
                run = null;
            }
        if (run is { } last)
            yield return last;

        bool Ends(int end, int t) => !double.IsNaN(values[t]) || t - end > BridgedDays;
    }

    /// <summary>Runs of days that are more probably in a flare than not.</summary>
    internal static IReadOnlyList<Episode> ByModel(
        double[] values,
        double[] probability,
        int firstDay,
        bool higherIsWorse
    ) =>
        [
            .. ProbableRuns(probability)
                .Select(run => new Episode(
                    firstDay + run.Start,
                    firstDay + run.End,
                    FlareDefinition.Model,
                    Worst(values, run, higherIsWorse),
                    probability[run.Start..(run.End + 1)].Average()
                )),
        ];

    private static IEnumerable<(int Start, int End)> ProbableRuns(double[] probability)
    {
        const double More = 0.45;
        for (var t = 0; t < probability.Length; t++)
        {
            if (probability[t] < More)
                continue;
            var start = t;
            while (t + 1 < probability.Length && probability[t + 1] >= More)
                t++;
            yield return (start, t);
        }
    }

    private static double Worst(double[] values, (int Start, int End) run, bool higherIsWorse)
    {
        var recorded = values[run.Start..(run.End + 1)].Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN);
        return higherIsWorse ? recorded.Max() : recorded.Min();
    }
}
