namespace Inomya.Questionnaires;

/// <summary>Sleep efficiency of one night and the regularity of many.</summary>
internal static class SleepScores
{
    private const double DayMinutes = 24 * 60;

    /// <summary>
    /// Carney et al. (2012), doi:10.5665/sleep.1642; the other denominator by Reed and Sacco (2016),
    /// doi:10.5664/jcsm.5498.
    /// </summary>
    /// <remarks>
    /// Minutes; a clock time before the one that it follows is on the next day. No awakenings and no time given for
    /// them is no time awake (our rule). A night whose parts do not fit into each other is "invalid-entry" and has no
    /// sleep time. A night with a clock change must be given as clock times in one offset.
    /// </remarks>
    public static Scores Diary(Answers answers, Meaning meaning)
    {
        var night = Night.Of(answers);
        var efficiency = Percent(night.Asleep, night.InBed);
        var span = night.Onset + night.Asleep + night.Awake + answers.Number("tasafa_min");
        return new Scores
        {
            { "SOL", night.Onset },
            { "WASO", night.Awake },
            { "TIB", night.InBed },
            { "TST", night.Asleep },
            { "terminalWake", night.Lying },
            { "SE", efficiency },
            { "DSE", span },
            { "SE_DSE", Percent(night.Asleep, span) },
            {
                Scores.Classification,
                night.IsInvalid ? "invalid-entry" : meaning.Band("efficiency", efficiency) ?? Sums.NotScorable
            },
        };
    }

    private static double? Between(double? from, double? to) => (to - from + DayMinutes) % DayMinutes;

    private static double? Percent(double? part, double? whole) => whole > 0 ? 100 * part / whole : null;

    /// <summary>
    /// Phillips et al. (2017), doi:10.1038/s41598-017-03171-4: how often one was in the same state at the same time on
    /// two days in a row.
    /// </summary>
    /// <remarks>
    /// Each day is a text of 1 (asleep), 0 (awake) and x (not known), one sign an epoch. A pair with an unknown side is
    /// in neither count (our rule). Not the plain percentage of agreement that some apps show: −100 to 100, and 0 is
    /// chance.
    /// </remarks>
    /// <exception cref="FormatException">A day has another number of epochs, or another sign.</exception>
    public static Scores Regularity(Answers answers, Meaning meaning)
    {
        var epochs = (int)(answers.Number("epochs_per_day") ?? 0);
        var days = epochs == 0 ? [] : answers.Words("days");
        foreach (var day in days.OfType<string>())
            CheckDay(day, epochs);
        var (compared, agreeing) = Compared(days);
        double? index = compared == 0 ? null : IndexOf(compared, agreeing);
        return new Scores
        {
            { "comparedPairs", compared },
            { "agreeingPairs", agreeing },
            { "SRI", index },
            { Scores.Classification, index is null ? Sums.NotScorable : "scored" },
        };
    }

    /// <summary>Epochs that are known on two days in a row, and those of them in which the state was the same.</summary>
    internal static (int Compared, int Agreeing) Compared(IReadOnlyList<string?> days)
    {
        var pairs = days.Zip(days.Skip(1), Compare).ToList();
        return (pairs.Sum(p => p.Compared), pairs.Sum(p => p.Agreeing));
    }

    internal static double IndexOf(int compared, int agreeing) => -100 + 200.0 * agreeing / compared;

    private static void CheckDay(string day, int epochs)
    {
        if (day.Length != epochs || day.Any(c => c is not ('0' or '1' or 'x')))
            throw new FormatException($"days: '{day}' is not {epochs} signs 0, 1 or x.");
    }

    private static (int Compared, int Agreeing) Compare(string? day, string? next)
    {
        if (day is null || next is null)
            return (0, 0);
        var known = day.Zip(next).Where(e => e.First != 'x' && e.Second != 'x').ToList();
        return (known.Count, known.Count(e => e.First == e.Second));
    }

    /// <summary>One night as it was told; minutes after midnight, and minutes for what lasts.</summary>
    private sealed record Night(double? Bed, double? Tried, double? Woke, double? Rose, double? Onset, double? Awake)
    {
        public double? InBed => Between(Bed, Rose);

        public double? Lying => Between(Woke, Rose);

        public double? Asleep => IsInvalid ? null : Left;

        public bool IsInvalid => Left < 0 || Left > InBed;

        /// <summary>What is left for sleep; less than nothing where the parts do not fit.</summary>
        private double? Left => Between(Tried, Woke) - Onset - Awake;

        public static Night Of(Answers answers) =>
            new(
                answers.MinuteOfDay("got_into_bed"),
                answers.MinuteOfDay("tried_to_sleep"),
                answers.MinuteOfDay("final_awakening"),
                answers.MinuteOfDay("got_out_of_bed"),
                answers.Number("sol_min"),
                answers.Number("waso_min") ?? (answers.Number("awakenings") == 0 ? 0 : null)
            );
    }
}
