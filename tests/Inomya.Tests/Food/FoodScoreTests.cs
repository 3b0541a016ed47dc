using CsCheck;
using Inomya.Food;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using NodaTime;

namespace Inomya.Tests.Food;

public class FoodScoreTests
{
    private static readonly FoodScore Score = FoodScore.Read(Shelf.Content);
    private static readonly LocalDate Day = new(2026, 11, 22);

    private static FoodWeek Week(string answers) => new() { Day = Day, Answers = answers };

    [Fact]
    public void The_points_are_the_yeses_and_one_open_question_leaves_no_sum() =>
        Gen.Int[0, 2]
            .Array[Score.Top]
            .Sample(said =>
            {
                string[] words = ["yes", "no", ""];
                var by = Score
                    .Items.Select((item, i) => (item.Id, Said: words[said[i]]))
                    .ToDictionary(a => a.Id, a => a.Said);
                var week = Week(Score.Write(id => by[id]));
                Assert.Equal(said.Contains(2) ? null : said.Count(s => s == 0), Score.PointsOf(week));
                Assert.Equal(said.Count(s => s < 2), Score.AnswersOf(week).Count);
            });

    [Fact]
    public void What_is_no_answer_and_questions_that_are_gone_count_for_nothing() =>
        Assert.Empty(Score.AnswersOf(Week("fish=perhaps wine=yes fish nuts=")));

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 5, 9 }, null)]
    [InlineData(new[] { 9, 5, 6 }, 6.0)]
    [InlineData(new[] { 9, 5, 6, 7 }, 6.5)]
    public void A_week_is_held_against_the_middle_of_ones_own_once_there_are_three(int[] before, double? usual) =>
        Assert.Equal(usual, Score.UsualOf(before));

    [Fact]
    public void The_log_is_quoted_only_when_enough_days_were_noted()
    {
        var fish = Score.Items.Single(i => i.Id == "fish");
        List<Meal> meals = [.. Enumerable.Range(0, 4).Select(n => new Meal { Day = Day.PlusDays(-n), Tags = "fish" })];
        Assert.Null(Score.FromLog(fish, meals));
        meals.Add(new Meal { Day = Day.PlusDays(-4), Tags = "eggs" });
        Assert.Equal((4, 5), Score.FromLog(fish, meals));
        Assert.Null(Score.FromLog(Score.Items.Single(i => i.Id == "sofrito"), meals));
    }

    private static FoodWeek On(int day, string answers = "fish=yes") =>
        new() { Day = Day.PlusDays(day), Answers = answers };

    [Fact]
    public void Weeks_that_overlap_count_once_each_is_at_least_seven_days_from_the_next() =>
        Gen.Int[0, 60]
            .Array[0, 20]
            .Sample(days =>
            {
                var apart = FoodScore.Apart(days.Select(d => On(d)));
                Assert.All(apart.Zip(apart.Skip(1)), w =>
                    Assert.True(Period.DaysBetween(w.Second.Day, w.First.Day) >= 7)
                );
                Assert.Equal(
                    days.Length > 0 ? days.Max() : null,
                    apart.Count > 0 ? Period.DaysBetween(Day, apart[0].Day) : (int?)null
                );
            });

    [Fact]
    public void A_second_answer_of_a_day_corrects_it_and_one_of_another_day_leaves_what_was_said()
    {
        var first = On(0);
        var (before, week) = FoodScore.AnswerOn([On(-9), first], Day, "fish=no");
        Assert.Equal((first, first.Id, Day, "fish=no"), (before, week.Id, week.Day, week.Answers));
        foreach (var later in new[] { 1, 6, 7 })
        {
            var (none, next) = FoodScore.AnswerOn([first], Day.PlusDays(later), "fish=no");
            Assert.Null(none);
            Assert.Equal(Day.PlusDays(later), next.Day);
            Assert.NotEqual(first.Id, next.Id);
        }
        Assert.Null(FoodScore.AnswerOn([], Day, "fish=no").Before);
        // weeks that overlap count once, the newest of them
        Assert.Equal([Day.PlusDays(6)], FoodScore.Apart([first, On(6)]).Select(w => w.Day));
    }
}
