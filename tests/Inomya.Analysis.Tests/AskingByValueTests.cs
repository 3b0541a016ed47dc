namespace Inomya.Analysis.Tests;

/// <summary>What is asked where not all is: what would change an estimate or a decision, and the rest in turn.</summary>
public class AskingByValueTests
{
    private const double Worth = 1;

    private static Trigger Tested(
        string factor,
        double effect,
        double reach,
        double probability = 0.02,
        Strength strength = Strength.None,
        int days = 100
    ) =>
        new(
            factor,
            0,
            Math.Sign(effect),
            effect,
            effect - reach,
            effect + reach,
            0.5,
            0.5,
            probability,
            probability,
            strength != Strength.None,
            strength,
            days
        );

    private static Declined Open(string factor, int? need) =>
        new(Analysed.Trigger, factor, DeclineReason.CannotTellYet, 100, need);

    private static IReadOnlyList<AnswerValue> Of(Trigger[] tested, params Declined[] declined)
    {
        var names = tested.Select(t => t.Factor).Concat(declined.Select(d => d.Name!)).Distinct();
        var roles = new Roles("pain", [], names.ToDictionary(n => n, _ => FactorKind.Numeric));
        return AskingByValue.Of(
            new AnalysisResult
            {
                WorthKnowing = Worth,
                Triggers = tested,
                Declined = declined,
            },
            roles
        );
    }

    [Fact]
    public void Each_factor_is_asked_for_what_is_known_of_it()
    {
        var values = Of(
            [
                Tested("clear", 1, 0.4, 1, Strength.Clear),
                Tested("hint", 0.5, 0.4, 0.6, Strength.Hint),
                Tested("open", 0.5, 1, 0.05),
                Tested("out", 0.1, 0.4),
            ],
            Open("open", 140),
            new Declined(Analysed.Trigger, "new", DeclineReason.TooFewDays, 5, 33)
        );
        Assert.Equal(
            new Dictionary<string, AskReason>
            {
                ["new"] = AskReason.TooFew,
                ["hint"] = AskReason.Sign,
                ["clear"] = AskReason.Found,
                ["open"] = AskReason.Open,
                ["out"] = AskReason.RuledOut,
            },
            values.ToDictionary(v => v.Factor, v => v.Reason)
        );
        Assert.Equal(["new", "hint", "clear", "open", "out"], values.Select(v => v.Factor));
    }

    [Fact]
    public void The_more_answers_there_are_the_less_one_more_tells() =>
        Assert.Equal(
            ["few", "many"],
            Of([Tested("many", 1, 0.4, 1, Strength.Clear, 400), Tested("few", 1, 0.4, 1, Strength.Clear)])
                .Select(v => v.Factor)
        );

    [Fact]
    public void What_is_nearer_to_being_settled_or_likelier_to_act_is_worth_more()
    {
        var open = new[] { Tested("far", 0.5, 1), Tested("near", 0.5, 1), Tested("never", 0.5, 1) };
        Assert.Equal(
            ["near", "far", "never"],
            Of(open, Open("far", 900), Open("near", 120), Open("never", null)).Select(v => v.Factor)
        );
        Assert.Equal("likely", Of([Tested("a", 0, 0.5), Tested("likely", 0, 0.5, 0.3)])[0].Factor);
    }

    [Fact]
    public void An_interval_without_end_counts_as_one_that_tells_nothing()
    {
        var values = Of([Tested("endless", 0, double.PositiveInfinity), Tested("wide", 0, 9)]);
        Assert.All(values, v => Assert.True(double.IsFinite(v.Value)));
        Assert.Equal(values[0].Value, values[1].Value);
    }

    [Fact]
    public void The_rest_have_their_turn_one_day_after_the_other()
    {
        var values = Enumerable.Range(0, 12).Select(i => new AnswerValue($"f{i}", 12 - i, AskReason.Open)).ToList();
        var asked = Enumerable.Range(0, 8).Select(day => AskingByValue.On(values, 5, day)).ToList();
        Assert.All(asked, a => Assert.Equal(5, a.Select(v => v.Factor).Distinct().Count()));
        Assert.All(asked, a => Assert.Equal(values.Take(4), a.Take(4)));
        Assert.Equal(values.Skip(4), asked.Select(a => a[4]));
        Assert.Equal(values, AskingByValue.On(values, 12, 3));
        Assert.Empty(AskingByValue.On(values, 0, 3));
        Assert.Equal(5, AskingByValue.On(values, 5, -7).Count);
    }
}
