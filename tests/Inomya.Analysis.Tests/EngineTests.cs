namespace Inomya.Analysis.Tests;

public class EngineTests
{
    [Fact]
    public void Finds_what_moves_the_outcome_and_after_how_many_days()
    {
        var trigger = Assert.Single(
            Engine.Analyze(Diary.WithCause(days: 240, lag: 1, effect: 1.2, seed: 5), Diary.Roles).Triggers,
            t => t.Selected
        );
        Assert.Equal(("stress", 1, 1), (trigger.Factor, trigger.Lag, trigger.Sign));
        Assert.InRange(1.2, trigger.Lo, trigger.Hi);
    }

    [Fact]
    public void Lists_every_pair_it_tested() =>
        Assert.Equal(2 * 4, Engine.Analyze(Diary.WithCause(120, 1, 1, 5), Diary.Roles).Triggers.Count);

    [Fact]
    public void An_empty_table_is_declined() =>
        Assert.Equal(
            DeclineReason.NothingRecorded,
            Assert
                .Single(
                    Engine
                        .Analyze(
                            new DailyTable(
                                ["pain"],
                                [],
                                [
                                    [],
                                ]
                            ),
                            Diary.Roles
                        )
                        .Declined
                )
                .Reason
        );

    [Fact]
    public void An_outcome_that_is_not_there_is_declined() =>
        Assert.Equal(
            DeclineReason.NoSuchColumn,
            Assert.Single(Engine.Analyze(new DailyTable([], [], []), Diary.Roles).Declined).Reason
        );

    [Fact]
    public void A_constant_outcome_is_declined() =>
        Assert.Equal(
            DeclineReason.NeverVaries,
            Assert.Single(Engine.Analyze(Diary.Constant(100), Diary.Roles).Declined).Reason
        );

    [Fact]
    public void A_stopped_analysis_stops() =>
        Assert.Throws<OperationCanceledException>(() =>
            Engine.Analyze(Diary.WithCause(200, 1, 1, 5), Diary.Roles, new CancellationToken(true))
        );
}
