namespace Inomya.Analysis.Tests;

public class TreatmentTests
{
    private const int Start = 100;

    [Fact]
    public void A_treatment_that_helps_is_said_to_help()
    {
        var effect = Engine.Analyze(Stepped(-2, seed: 81), Step).Treatment!;
        Assert.InRange(-2, effect.Lo, effect.Hi);
        Assert.Equal(
            (Verdict.ProbablyHelps, TreatmentKind.Step, null),
            (effect.Verdict, effect.Kind, effect.Randomisation)
        );
    }

    [Fact]
    public void A_treatment_that_harms_probably_does_not_help() =>
        Assert.Equal(Verdict.ProbablyNot, Engine.Analyze(Stepped(1.5, seed: 82), Step).Treatment!.Verdict);

    [Fact]
    public void Where_more_is_better_a_rise_is_the_improvement() =>
        Assert.Equal(
            Verdict.ProbablyHelps,
            Engine.Analyze(Stepped(2, seed: 83), Step with { HigherIsWorse = false }).Treatment!.Verdict
        );

    [Fact]
    public void An_effect_too_small_to_matter_is_no_help()
    {
        var effect = Engine.Analyze(Stepped(-0.7, seed: 84), Step with { MinimalImportantChange = 2 }).Treatment!;
        Assert.True(effect.ProbabilityOfImprovement > 0.95);
        Assert.Equal(Verdict.ProbablyNot, effect.Verdict);
    }

    /// <summary>Starting on the worst of many mornings must not make doing nothing look like help.</summary>
    [Fact]
    public void Starting_on_a_bad_day_is_not_taken_for_an_effect()
    {
        var wrong = Enumerable
            .Range(0, 60)
            .Count(seed =>
            {
                var table = Stepped(0, seed, alike: 0.6);
                var start = Enumerable.Range(80, 50).MaxBy(t => table.Columns[0][(t - 4)..t].Sum());
                var role = new TreatmentRole("pills", TreatmentKind.Step, 20_000 + start);
                var effect = Engine.Analyze(table, Step with { Treatment = role }).Treatment!;
                return effect.Hi < 0;
            });
        Assert.InRange(wrong, 0, 7);
    }

    [Fact]
    public void Blocks_have_the_randomisation_test_as_headline()
    {
        var effect = Engine.Analyze(Blocked(-2, blocks: 16, seed: 85), Block).Treatment!;
        Assert.Equal(Verdict.ProbablyHelps, effect.Verdict);
        Assert.InRange(effect.Randomisation!.P, 0, 0.05);
        Assert.InRange(-2, effect.Lo, effect.Hi);
    }

    [Fact]
    public void A_trial_too_short_to_convince_says_so_whatever_it_shows()
    {
        var effect = Engine.Analyze(Blocked(-3, blocks: 8, seed: 86), Block).Treatment!;
        Assert.Equal(0.125, effect.Randomisation!.SmallestPossibleP, 12);
        Assert.NotEqual(Verdict.ProbablyHelps, effect.Verdict);
    }

    private static Roles Step { get; } =
        new("pain", [], new Dictionary<string, FactorKind>())
        {
            Treatment = new("pills", TreatmentKind.Step, 20_000 + Start),
        };

    private static Roles Block { get; } = Step with { Treatment = new("pills", TreatmentKind.Blocks) };

    private static DailyTable Stepped(double effect, int seed, double alike = 0.3) =>
        Given([.. Enumerable.Range(0, 200).Select(t => t >= Start ? 1.0 : 0)], effect, seed, alike);

    private static DailyTable Blocked(double effect, int blocks, int seed)
    {
        var random = new Random(seed);
        var pairs = Enumerable
            .Range(0, blocks / 2)
            .SelectMany(_ => random.Next(2) == 0 ? new[] { 0.0, 1.0 } : [1.0, 0.0]);
        return Given([.. pairs.SelectMany(g => Enumerable.Repeat(g, 7))], effect, seed, 0.3);
    }

    private static DailyTable Given(double[] given, double effect, int seed, double alike)
    {
        var pain = Diary.Noise(new Random(seed), given.Length);
        for (var t = 1; t < pain.Length; t++)
            pain[t] += alike * pain[t - 1];
        for (var t = 0; t < pain.Length; t++)
            pain[t] += effect * given[t];
        return new DailyTable(["pain", "pills"], [.. Enumerable.Range(20_000, given.Length)], [pain, given]);
    }
}
