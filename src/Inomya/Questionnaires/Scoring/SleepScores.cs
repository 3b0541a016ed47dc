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
        double? bed = answers.MinuteOfDay("got_into_bed"),
            tried = answers.MinuteOfDay("tried_to_sleep"),
            woke = answers.MinuteOfDay("final_awakening"),
            rose = answers.MinuteOfDay("got_out_of_bed");
        var onset = answers.Number("sol_min");
        var awake = answers.Number("waso_min") ?? (answers.Number("awakenings") == 0 ? 0 : null);
        double? inBed = Between(bed, rose),
            lying = Between(woke, rose),
            asleep = Between(tried, woke) - onset - awake;
        var invalid = asleep < 0 || asleep > inBed;
        if (invalid)
            asleep = null;
        var span = onset + asleep + awake + answers.Number("tasafa_min");
        double? efficiency = Percent(asleep, inBed),
            alternative = Percent(asleep, span);
        return new Scores
        {
            { "SOL", onset },
            { "WASO", awake },
            { "TIB", inBed },
            { "TST", asleep },
            { "terminalWake", lying },
            { "SE", efficiency },
            { "DSE", span },
            { "SE_DSE", alternative },
            {
                Scores.Classification,
                invalid ? "invalid-entry" : meaning.Band("efficiency", efficiency) ?? Sums.NotScorable
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
        foreach (var day in days)
            if (day is not null && (day.Length != epochs || day.Any(c => c is not ('0' or '1' or 'x'))))
                throw new FormatException($"days: '{day}' is not {epochs} signs 0, 1 or x.");

        int compared = 0,
            agreeing = 0;
        for (var d = 1; d < days.Count; d++)
        for (var e = 0; e < epochs; e++)
            if (days[d - 1] is { } before && days[d] is { } after && before[e] != 'x' && after[e] != 'x')
            {
                compared++;
                if (before[e] == after[e])
                    agreeing++;
            }
        double? index = compared == 0 ? null : -100 + 200.0 * agreeing / compared;
        return new Scores
        {
            { "comparedPairs", compared },
            { "agreeingPairs", agreeing },
            { "SRI", index },
            { Scores.Classification, index is null ? Sums.NotScorable : "scored" },
        };
    }
}
