namespace Inomya.Analysis.Tests;

/// <summary>Why there is no forecast: too few flare days are never called "no better than an average".</summary>
public class ForecastReasonTests
{
    /// <summary>
    /// Flare days (8) every so many days on the days it learns from, then on some of the days it is tried on.
    /// </summary>
    private static Declined? Reason(Func<int, bool> isFlare, Func<int, double> calm)
    {
        double[] pain = [.. Enumerable.Range(0, 200).Select(t => isFlare(t) ? 8.0 : calm(t))];
        var table = new DailyTable(["pain"], [.. Enumerable.Range(20_000, pain.Length)], [pain]);
        var roles = new Roles("pain", [], new Dictionary<string, FactorKind>()) { FlareThreshold = 7 };
        return Engine.Analyze(table, roles).Declined.FirstOrDefault(d => d.What == Analysed.Forecast);
    }

    /// <summary>The first forecast is of day 140.</summary>
    private static double Noise(int t) => 3 + new Random(t).Next(3);

    [Fact]
    public void Four_flare_days_in_the_days_it_is_tried_on_are_too_few_and_called_so()
    {
        var reason = Reason(t => t < 140 ? t % 13 == 0 : t is 150 or 163 or 177 or 191, Noise);
        Assert.Equal((DeclineReason.TooFewEvents, 4, 5), (reason!.Reason, reason.Have, reason.Need));
    }

    [Fact]
    public void With_enough_flare_days_it_did_no_better_or_it_cannot_be_told_as_its_own_score_says()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            var flares = Enumerable.Range(0, 200).Where(_ => random.Next(8) == 0).ToHashSet();
            double[] pain = [.. Enumerable.Range(0, 200).Select(t => flares.Contains(t) ? 8.0 : 3 + random.Next(3))];
            var table = new DailyTable(["pain"], [.. Enumerable.Range(20_000, 200)], [pain]);
            var roles = new Roles("pain", [], new Dictionary<string, FactorKind>()) { FlareThreshold = 7 };
            var result = Engine.Analyze(table, roles);
            var reason = result.Declined.FirstOrDefault(d => d.What == Analysed.Forecast)?.Reason;
            Assert.Equal(
                result.ForecastQuality! switch
                {
                    { SwitchedOn: true } => null,
                    { Events: < 5 } => DeclineReason.TooFewEvents,
                    { Skill: > 0 } => DeclineReason.CannotTellYet,
                    _ => (DeclineReason?)DeclineReason.NoBetterThanBaseRate,
                },
                reason
            );
        }
    }
}
