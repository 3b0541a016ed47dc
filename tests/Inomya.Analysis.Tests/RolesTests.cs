namespace Inomya.Analysis.Tests;

public class RolesTests
{
    [Fact]
    public void Kinds_are_guessed_from_the_values()
    {
        var table = new DailyTable(
            ["pain", "wine", "stress", "sleep"],
            [1, 2, 3],
            [
                [1, 2, 3],
                [0, 1, double.NaN],
                [3, 7, 4],
                [6.5, 7.2, 8],
            ]
        );
        var kinds = Roles.Infer(table, "pain").Factors;
        Assert.Equal(
            [FactorKind.Binary, FactorKind.Ordinal, FactorKind.Numeric],
            [kinds["wine"], kinds["stress"], kinds["sleep"]]
        );
    }

    [Fact]
    public void An_outcome_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentException>("outcome", () => Roles.Infer(new DailyTable([], [], []), "pain"));

    [Fact]
    public void A_reactive_factor_is_never_tested_on_its_own_day()
    {
        var roles = new Roles("pain", [], new Dictionary<string, FactorKind> { ["stress"] = FactorKind.Reactive });
        Assert.Equal([1, 2, 3], Engine.Analyze(Diary.WithCause(100, 0, 1, 95), roles).Triggers.Select(t => t.Lag));
    }

    [Fact]
    public void A_consequence_is_never_a_factor()
    {
        var roles = Diary.Roles with { OtherSymptoms = ["sleep"] };
        Assert.DoesNotContain(Engine.Analyze(Diary.WithCause(100, 0, 1, 96), roles).Triggers, t => t.Factor == "sleep");
    }

    [Fact]
    public void A_factor_that_hardly_happened_is_declined_with_how_often_it_must()
    {
        var table = Diary.WithCause(100, 0, 1, 97);
        var travel = new double[100];
        travel[7] = travel[50] = travel[80] = 1;
        var roles = new Roles("pain", [], new Dictionary<string, FactorKind> { ["travel"] = FactorKind.Binary });
        var declined = Engine
            .Analyze(new DailyTable(["pain", "travel"], table.Days, [table.Columns[0], travel]), roles)
            .Declined;
        Assert.Contains(
            new Declined(Analysed.Trigger, "travel", DeclineReason.TooFewOccurrences, 3, Engine.FewestOccurrences),
            declined
        );
    }

    [Fact]
    public void A_factor_that_could_still_matter_is_told_how_many_days_it_needs()
    {
        var roles = Diary.Roles with { MinimalImportantChange = 0.05 };
        var declined = Engine
            .Analyze(Diary.WithCause(60, 0, 0, 98), roles)
            .Declined.First(d => d.Reason == DeclineReason.CannotTellYet);
        Assert.True(declined.Need > declined.Have);
    }
}
