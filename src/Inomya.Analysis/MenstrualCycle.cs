namespace Inomya.Analysis;

/// <summary>Where in the menstrual cycle each day lies, from days of bleeding.</summary>
public static class MenstrualCycle
{
    /// <summary>A bleeding starts a new cycle when none was recorded for this many days before.</summary>
    public const int DaysWithoutBefore = 10;

    /// <summary>Cycles outside this range of days are not read: a start was probably not recorded.</summary>
    public const int Shortest = 18,
        Longest = 45;

    /// <summary>
    /// Days from ovulation to the next bleeding, about; counted back because the days before ovulation vary far more.
    /// Bull et al. (2019), npj Digit. Med. 2, 83, doi:10.1038/s41746-019-0152-7: luteal phase 12.4 days on average.
    /// </summary>
    private const int OvulationBefore = 13;

    private const int AroundOvulation = 2;
    private const int LastDays = 5;

    /// <summary>The phase of each day: 0 bleeding, 1 before ovulation, 2 around it, 3 after it, 4 the last five days before bleeding.</summary>
    /// <param name="bleeding">Shape (days). 1 on days of bleeding, 0 on others; NaN counts as 0.</param>
    /// <returns>Shape (days). -1 outside complete cycles of 18 to 45 days: the phase is known only once the next bleeding has come.</returns>
    public static int[] Phases(double[] bleeding)
    {
        ArgumentNullException.ThrowIfNull(bleeding);
        var phases = new int[bleeding.Length];
        Array.Fill(phases, -1);
        foreach (var (start, next) in PlausibleCycles(bleeding))
            for (var t = start; t < next; t++)
                phases[t] = Phase(YesNo.IsYes(bleeding[t]), next - t);
        return phases;
    }

    /// <summary>Each from its first slot to the next one's.</summary>
    private static IEnumerable<(int Start, int Next)> PlausibleCycles(double[] bleeding)
    {
        var starts = Starts(bleeding);
        return starts.Zip(starts.Skip(1)).Where(c => c.Second - c.First is >= Shortest and <= Longest);
    }

    /// <summary>Slots on which a bleeding starts a cycle.</summary>
    public static IReadOnlyList<int> Starts(double[] bleeding)
    {
        ArgumentNullException.ThrowIfNull(bleeding);
        var starts = new List<int>();
        var last = -DaysWithoutBefore - 1;
        for (var t = 0; t < bleeding.Length; t++)
        {
            if (!YesNo.IsYes(bleeding[t]))
                continue;
            if (t - last > DaysWithoutBefore)
                starts.Add(t);
            last = t;
        }
        return starts;
    }

    private static int Phase(bool bleeding, int daysToNext)
    {
        if (bleeding)
            return 0;
        if (daysToNext <= LastDays)
            return 4;
        return Math.Abs(daysToNext - OvulationBefore) <= AroundOvulation ? 2
            : daysToNext > OvulationBefore ? 1
            : 3;
    }
}
