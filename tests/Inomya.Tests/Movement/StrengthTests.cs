using CsCheck;
using Inomya.Journals;
using Inomya.Movement;
using Inomya.Tests.Questionnaires;
using NodaTime;

namespace Inomya.Tests.Movement;

/// <summary>Strength grows by repetitions, then by a set, after good weeks with light effort; and goes back after worse days.</summary>
public class StrengthTests
{
    private static readonly MovementRules Rules = MovementRules.Read(ContentCheck.Content);
    private static readonly LocalDate First = new(2026, 3, 2);
    private static readonly ExerciseDose Dose = new() { Sets = [1, 2], Repetitions = [5, 8] };

    private static IEnumerable<SessionAfter> Week(int number, double? effort, Aftermath after = Aftermath.Usual) =>
        new[] { 0, 3 }.Select(day => new SessionAfter(
            new MovementSession
            {
                Day = First.PlusDays((7 * number) + day),
                Kind = MovementKind.Strength,
                Effort = effort,
            },
            after,
            0
        ));

    private static int Steps(int weeks, params IEnumerable<SessionAfter>[] sessions) =>
        StrengthReplay.Steps([.. sessions.SelectMany(s => s)], [], First.PlusDays(7 * weeks), Rules);

    [Fact]
    public void Two_good_weeks_are_one_step()
    {
        Assert.Equal(0, Steps(1, Week(0, 3)));
        Assert.Equal(1, Steps(2, Week(0, 3), Week(1, 3)));
        Assert.Equal(1, Steps(3, Week(0, 3), Week(1, 3), Week(2, 3)));
        Assert.Equal(2, Steps(4, Week(0, 3), Week(1, 3), Week(2, 3), Week(3, 3)));
    }

    [Theory]
    [InlineData(4.0, 1)]
    [InlineData(4.1, 0)]
    [InlineData(null, 0)] // effort that was not told is not easy
    public void Nothing_is_added_above_light_effort(double? effort, int steps) =>
        Assert.Equal(steps, Steps(2, Week(0, effort), Week(1, effort)));

    [Theory]
    [InlineData(Aftermath.Worse)]
    [InlineData(Aftermath.Unknown)]
    public void Nothing_is_added_after_worse_days_or_days_that_are_not_known(Aftermath after) =>
        Assert.Equal(0, Steps(2, Week(0, 3), Week(1, 3, after)));

    [Fact]
    public void Worse_days_and_a_flare_are_a_step_back()
    {
        Assert.Equal(0, Steps(3, Week(0, 3), Week(1, 3), Week(2, 3, Aftermath.Worse)));
        var sessions = Week(0, 3).Concat(Week(1, 3)).ToList();
        var flare = new Flare { Start = First.PlusDays(15) };
        Assert.Equal(0, StrengthReplay.Steps(sessions, [flare], First.PlusDays(21), Rules));
    }

    [Fact]
    public void Two_sessions_on_one_day_are_one_day_of_strength()
    {
        var doubled = new[] { 0, 0, 7, 7 }.Select(day =>
            Week(0, 3).First() with
            {
                Session = new MovementSession
                {
                    Day = First.PlusDays(day),
                    Kind = MovementKind.Strength,
                    Effort = 3,
                },
            }
        );
        Assert.Equal(0, Steps(2, doubled));
    }

    [Fact]
    public void Nothing_is_added_in_a_week_in_which_days_after_another_kind_were_worse()
    {
        var walk = new SessionAfter(new MovementSession { Day = First.PlusDays(8) }, Aftermath.Worse, 3);
        Assert.Equal(0, Steps(2, Week(0, 3), Week(1, 3), [walk]));
        Assert.Equal(1, Steps(4, Week(0, 3), Week(1, 3), Week(2, 3), Week(3, 3), [walk])); // and nothing is taken off
    }

    [Fact]
    public void Nothing_grows_in_a_flare_nor_right_after_it()
    {
        SessionAfter[] weeks = [.. Enumerable.Range(0, 8).SelectMany(w => Week(w, 3))];
        int StepsWith(int weeksOver, params Flare[] flares) =>
            StrengthReplay.Steps(weeks, flares, First.PlusDays(7 * weeksOver), Rules);
        var goesOn = new Flare { Start = First.PlusDays(-3) };
        Assert.Equal(0, StepsWith(8, goesOn));
        var over = new Flare { Start = First.PlusDays(-3), End = First.PlusDays(6) };
        Assert.Equal(0, StepsWith(3, over)); // the week of the flare, the week after it, and one good week
        Assert.Equal(1, StepsWith(4, over));
        var late = new Flare { Start = First.PlusDays(14), End = First.PlusDays(20) };
        Assert.Equal([1, 0, 0, 0, 1], new[] { 2, 3, 4, 5, 6 }.Select(w => StepsWith(w, late)));
    }

    [Fact]
    public void It_grows_no_further_than_the_widest_dose_so_that_a_step_back_is_one()
    {
        SessionAfter[] weeks = [.. Enumerable.Range(0, 60).SelectMany(w => Week(w, 3))];
        Assert.Equal(Rules.StrengthStepsMost, StrengthReplay.Steps(weeks, [], First.PlusDays(7 * 60), Rules));
        var flare = new Flare { Start = First.PlusDays(7 * 59), End = First.PlusDays(7 * 59) };
        Assert.Equal(Rules.StrengthStepsMost - 1, StrengthReplay.Steps(weeks, [flare], First.PlusDays(7 * 60), Rules));
        var doses = new ExerciseCatalogue(ContentCheck.Content).All.Where(e => e.Kind == MovementKind.Strength);
        Assert.All(doses, e =>
            Assert.Equal(StrengthStep.Of(e.Dose, 99), StrengthStep.Of(e.Dose, Rules.StrengthStepsMost))
        );
        Assert.Contains(doses, e =>
            StrengthStep.Of(e.Dose, 99) != StrengthStep.Of(e.Dose, Rules.StrengthStepsMost - 1)
        );
    }

    [Theory]
    [InlineData(0, 1, 5)]
    [InlineData(3, 1, 8)]
    [InlineData(4, 2, 5)]
    [InlineData(7, 2, 8)]
    [InlineData(50, 2, 8)]
    public void First_repetitions_grow_then_a_set(int step, int sets, int times) =>
        Assert.Equal(new StrengthStep(sets, times), StrengthStep.Of(Dose, step));

    [Fact]
    public void A_step_never_leaves_the_dose() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[0, 2], Gen.Int[1, 8], Gen.Int[0, 8], Gen.Int[0, 99])
            .Sample(
                (few, more, low, range, step) =>
                {
                    var made = StrengthStep.Of(
                        new ExerciseDose { Sets = [few, few + more], Repetitions = [low, low + range] },
                        step
                    );
                    return made.Sets >= few
                        && made.Sets <= few + more
                        && made.Repetitions >= low
                        && made.Repetitions <= low + range;
                }
            );

    [Fact]
    public void A_dose_without_sets_is_one_of_each() =>
        Assert.Equal(new StrengthStep(1, 1), StrengthStep.Of(new ExerciseDose(), 3));
}
