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
        var episodes = new List<Episode>();
        int start = -1,
            end = -1;
        for (var t = 0; t < values.Length; t++)
        {
            var bad = higherIsWorse ? values[t] >= threshold : values[t] <= threshold;
            if (start >= 0 && !bad && (!double.IsNaN(values[t]) || t - end > BridgedDays))
                Close();
            if (bad)
                (start, end) = (start < 0 ? t : start, t);
        }
        if (start >= 0)
            Close();
        return episodes;

        void Close()
        {
            episodes.Add(
                new Episode(
                    firstDay + start,
                    firstDay + end,
                    FlareDefinition.Own,
                    Worst(values, start, end, higherIsWorse),
                    1
                )
            );
            start = -1;
        }
    }

    /// <summary>Runs of days that are more probably in a flare than not.</summary>
    internal static IReadOnlyList<Episode> ByModel(
        double[] values,
        double[] probability,
        int firstDay,
        bool higherIsWorse
    )
    {
        const double More = 0.45;
        var episodes = new List<Episode>();
        for (var t = 0; t < probability.Length; t++)
        {
            if (probability[t] < More)
                continue;
            var start = t;
            while (t + 1 < probability.Length && probability[t + 1] >= More)
                t++;
            var mean = probability.AsSpan(start, t - start + 1).ToArray().Average();
            episodes.Add(
                new Episode(
                    firstDay + start,
                    firstDay + t,
                    FlareDefinition.Model,
                    Worst(values, start, t, higherIsWorse),
                    mean
                )
            );
        }
        return episodes;
    }

    private static double Worst(double[] values, int start, int end, bool higherIsWorse)
    {
        var recorded = values[start..(end + 1)].Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN);
        return higherIsWorse ? recorded.Max() : recorded.Min();
    }
}
