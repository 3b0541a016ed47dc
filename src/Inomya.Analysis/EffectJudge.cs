namespace Inomya.Analysis;

/// <summary>What may be said of an effect, by rules fixed before looking. See docs/methods/treatments.md.</summary>
internal static class EffectJudge
{
    /// <summary>Of all courses told to help, at most this share should be chance.</summary>
    public const double MostFalse = 0.05;

    /// <summary>
    /// A change that matters must be at least as likely as not. Ours: that there is a change at all is held to 97.5 %
    /// beside it (docs/methods/treatments.md has how often both together were wrong).
    /// </summary>
    public const double LikelyToMatter = 0.5;

    /// <param name="effect">In standard deviations of the outcome.</param>
    /// <param name="unit">One standard deviation in outcome units.</param>
    /// <param name="roles">Which way is better, and what matters.</param>
    /// <param name="days">Recorded days without and with.</param>
    /// <param name="settled">False where something else forbids saying that it helps.</param>
    public static TreatmentEffect Of(Mixture effect, double unit, Roles roles, (int Off, int On) days, bool settled)
    {
        var improvement = Improvement(effect, roles, 0);
        var important = Improvement(effect, roles, (roles.MinimalImportantChange ?? 0) / unit);
        var helps = settled && improvement >= Interval95.High && important >= LikelyToMatter;
        return new TreatmentEffect(
            effect.Mean * unit,
            effect.Quantile(Interval95.Low) * unit,
            effect.Quantile(Interval95.High) * unit,
            improvement,
            important,
            helps ? Verdict.ProbablyHelps : UnlessItHelps(effect, unit, roles),
            days.Off,
            days.On
        );
    }

    private static Verdict UnlessItHelps(Mixture effect, double unit, Roles roles)
    {
        var worth = Improvement(effect, roles, (roles.MinimalImportantChange ?? EngineRun.HalfSpread * unit) / unit);
        return worth <= Interval95.Low ? Verdict.ProbablyNot : Verdict.CannotTell;
    }

    /// <summary>Probability of a change for the better by at least so many standard deviations.</summary>
    private static double Improvement(Mixture effect, Roles roles, double atLeast) =>
        roles.HigherIsWorse ? effect.Below(-atLeast) : 1 - effect.Below(atLeast);
}
