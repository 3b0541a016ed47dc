namespace Inomya.Analysis;

/// <summary>
/// Which factors to ask about, where not all are: those whose answers would change an estimate or a decision. See
/// docs/methods/asking.md.
/// </summary>
public static class AskingByValue
{
    /// <summary>An interval wider than so many times what it is held against tells nothing, however wide it is.</summary>
    private const double WidestReach = 1;

    /// <summary>What was found also tells the others apart from it, and its size is what the person acts on.</summary>
    private const double FoundWeighs = 4;

    /// <summary>A factor that is more probable to act is likelier to become a finding.</summary>
    private const double ProbableWeighs = 20;

    /// <summary>What may be ruled out by answers; the nearer that is, the more.</summary>
    private const double OpenWeighs = 0.3;

    /// <summary>What was ruled out is still asked now and then: days change.</summary>
    private const double LeastWeight = 0.05;

    /// <summary>One question in so many of a day goes round among those that would not be asked for their value.</summary>
    private const int GoesRound = 4;

    /// <summary>The factors that are looked at, the most valuable answer first; equals in the order of the roles.</summary>
    /// <param name="result">Of the same roles.</param>
    /// <param name="roles">Which factors there are.</param>
    public static IReadOnlyList<AnswerValue> Of(AnalysisResult result, Roles roles)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(roles);
        var tested = result.Triggers.ToLookup(t => t.Factor);
        return
        [
            .. roles
                .Factors.Keys.Select(f => tested[f].Any() ? Tested([.. tested[f]], result) : Untested(f, result))
                .OrderByDescending(v => v.Value),
        ];
    }

    /// <summary>Which of them to ask about on a day.</summary>
    /// <param name="values">The most valuable first, from <see cref="Of"/>.</param>
    /// <param name="count">How many questions there may be; all where there are no more.</param>
    /// <param name="day">Any count of days: the next day another of the rest has its turn.</param>
    public static IReadOnlyList<AnswerValue> On(IReadOnlyList<AnswerValue> values, int count, int day)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count >= values.Count)
            return values;
        var turns = count / GoesRound;
        var first = values.Take(count - turns);
        var rest = values.Skip(count - turns).ToList();
        return [.. first, .. Enumerable.Range(0, turns).Select(i => rest[InTurn(day, turns, i, rest.Count)])];
    }

    private static int InTurn(int day, int turns, int turn, int of) =>
        (int)((((long)day * turns + turn) % of + of) % of);

    private static AnswerValue Untested(string factor, AnalysisResult result)
    {
        var have = result.Declined.FirstOrDefault(d => d.What == Analysed.Trigger && d.Name == factor)?.Have ?? 0;
        return new AnswerValue(factor, ByOneMore(have) * FoundWeighs, AskReason.TooFew);
    }

    private static AnswerValue Tested(Trigger[] delays, AnalysisResult result)
    {
        var reason = ReasonOf(delays, result);
        var reach = delays.Max(t => (t.Hi - t.Lo) / 2) / HeldAgainst(reason, delays, result);
        var narrows = ByOneMore(delays.Max(t => t.DaysCounted)) * (reach <= WidestReach ? reach : WidestReach);
        return new AnswerValue(delays[0].Factor, narrows * Weight(reason, delays, result), reason);
    }

    /// <summary>A finding's interval is wide or narrow beside the effect; any other beside what is worth knowing.</summary>
    private static double HeldAgainst(AskReason reason, Trigger[] delays, AnalysisResult result)
    {
        var worth = result.WorthKnowing ?? double.NaN;
        return reason is AskReason.Found or AskReason.Sign
            ? Math.Min(worth, delays.Where(t => t.Selected).Max(t => Math.Abs(t.Effect)))
            : worth;
    }

    /// <summary>An interval goes with the root of the days.</summary>
    private static double ByOneMore(int days) => 1 - Math.Sqrt(days / (days + 1.0));

    private static AskReason ReasonOf(Trigger[] delays, AnalysisResult result) =>
        delays.Any(t => t.Strength is Strength.Likely or Strength.Clear) ? AskReason.Found
        : delays.Any(t => t.Selected) ? AskReason.Sign
        : OpenOf(delays[0].Factor, result) is not null ? AskReason.Open
        : AskReason.RuledOut;

    private static Declined? OpenOf(string factor, AnalysisResult result) =>
        result.Declined.FirstOrDefault(d => d.Name == factor && d.Reason == DeclineReason.CannotTellYet);

    private static double Weight(AskReason reason, Trigger[] delays, AnalysisResult result) =>
        reason switch
        {
            AskReason.Found or AskReason.Sign => FoundWeighs,
            AskReason.Open => LeastWeight + Probable(delays) + OpenWeighs * NearSettled(delays[0].Factor, result),
            _ => LeastWeight + Probable(delays),
        };

    private static double Probable(Trigger[] delays) => ProbableWeighs * delays[0].FactorProbability;

    /// <summary>Of the days that would settle it, the share there is; 0 where none are known to.</summary>
    private static double NearSettled(string factor, AnalysisResult result) =>
        OpenOf(factor, result) is { Have: { } have, Need: { } need } ? (double)have / need : 0;
}
