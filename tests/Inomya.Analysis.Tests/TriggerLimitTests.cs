namespace Inomya.Analysis.Tests;

/// <summary>From which probability a factor is told, and how sure it is called.</summary>
public class TriggerLimitTests
{
    private const double Hair = 1e-6;
    private static readonly double[] Outcome = [.. Enumerable.Range(0, 60).Select(t => (double)(t % 5))];

    private static CandidateSet Stress(FactorKind kind, int mostLag) =>
        new([PreparedFactor.From("stress", kind, [.. Enumerable.Range(0, 60).Select(t => (double)(t % 7))])], mostLag);

    /// <summary>What is told when these delays have these probabilities, no two of them at once.</summary>
    private static IReadOnlyList<Trigger> Told(params double[] probabilities)
    {
        var candidates = Stress(FactorKind.Numeric, probabilities.Length - 1);
        var tally = new ModelTally(candidates, [.. Enumerable.Range(0, probabilities.Length)], 0);
        tally.Restart(0);
        for (var j = 0; j < probabilities.Length; j++)
            tally.Add(new Model([j], Math.Log(probabilities[j]), 0));
        tally.Add(new Model([], Math.Log(1 - probabilities.Sum()), 0));
        var effects = probabilities.Select(_ => (1.0, 0.5)).ToArray();
        return TriggerAnalysis.Report(
            new StandardisedOutcome(Outcome),
            candidates,
            new SearchResult(tally, null!, effects, 50)
        );
    }

    [Theory]
    [InlineData(0.35, Strength.None)]
    [InlineData(0.5, Strength.None)]
    [InlineData(0.55 - Hair, Strength.None)]
    [InlineData(0.55 + Hair, Strength.Hint)]
    [InlineData(0.85 - Hair, Strength.Hint)]
    [InlineData(0.85 + Hair, Strength.Likely)]
    [InlineData(0.97 - Hair, Strength.Likely)]
    [InlineData(0.97 + Hair, Strength.Clear)]
    public void A_factor_is_told_from_a_probability_of_55_in_100_and_called_as_sure_as_it_is(
        double probability,
        Strength strength
    )
    {
        var told = Assert.Single(Told(probability));
        Assert.Equal((strength != Strength.None, strength), (told.Selected, told.Strength));
        Assert.Equal(probability, told.FactorProbability, 9);
    }

    [Fact]
    public void A_factor_that_acts_at_one_of_two_delays_is_told_at_the_likelier_one_alone()
    {
        var told = Told(0.5, 0.4);
        Assert.Equal([true, false], told.Select(t => t.Selected));
        Assert.Equal(Strength.Likely, told[0].Strength);
        Assert.Equal(Strength.Hint, told[0].DelayStrength);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void A_day_counts_only_where_outcome_and_factor_were_recorded(int lag, int missing)
    {
        double[] outcome = [1, 2, 3, 4, 5, 6],
            factor = [0, 1, 0, 1, 0, 1];
        if (missing > 0)
            factor[1] = double.NaN;
        var candidates = new CandidateSet([PreparedFactor.From("x", FactorKind.Numeric, factor)], 3);
        Assert.Equal(6 - lag - missing, candidates.DaysCounted(new Candidate(0, lag), outcome));
    }

    [Fact]
    public void A_gap_of_what_follows_the_outcome_is_guessed_from_earlier_days_alone()
    {
        double[] walked = [.. Enumerable.Range(0, 40).Select(t => Math.Floor(t / 10.0) + t % 3 * 0.1)];
        foreach (var hole in Enumerable.Range(15, 5))
            walked[hole] = double.NaN;
        double[] Guesses(FactorKind kind)
        {
            var prepared = PreparedFactor.From("walked", kind, walked);
            return [.. prepared.Standardised[14..21].Select(v => (v - prepared.Standardised[0]) * prepared.Spread)];
        }
        double[] Of(double[] filled) => [.. filled[14..21].Select(v => v - filled[0])];
        var (forward, both) = (
            Of(GapFill.Forward(walked, GapFill.Persistence(walked, Moments.Mean(walked)), walked.Length)),
            Of(GapFill.BothSides(walked))
        );
        Assert.NotEqual(forward[5], both[5], 2);
        foreach (var (mine, right) in Guesses(FactorKind.Reactive).Zip(forward))
            Assert.Equal(right, mine, 9);
        foreach (var (mine, right) in Guesses(FactorKind.Numeric).Zip(both))
            Assert.Equal(right, mine, 9);
    }
}
