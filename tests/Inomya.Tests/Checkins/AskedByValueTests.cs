using CsCheck;
using Inomya.Analysis;
using Inomya.Checkins;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Tests.Checkins;

/// <summary>Part of one's own questions a day, those that tell most, and the others in turn.</summary>
public class AskedByValueTests
{
    private static readonly LocalDate Until = new(2026, 12, 28);

    private static readonly AskedByValue Four = new(
        Until,
        4,
        "pain",
        [
            .. new[] { "a", "b", "c", "d", "e", "f", "g", "h" }.Select(
                (id, i) => new AnswerValue(id, -i, i == 0 ? AskReason.Found : AskReason.Open)
            ),
        ]
    );

    private static Dictionary<SettingKey, string> Settings(string value) => new() { [AskedByValue.Setting] = value };

    private static List<string> AskedOn(AskedByValue choice, LocalDate day) =>
        [.. choice.Ranked.Select(v => v.Factor).Where(id => !choice.LeavesOut(day, id))];

    [Fact]
    public void A_choice_is_read_as_it_was_written() =>
        Gen.Select(Gen.Int[1, 30], Gen.Enum<AskReason>().Array[1, 30])
            .Sample(
                (count, reasons) =>
                {
                    var ranked = reasons.Select((r, i) => new AnswerValue($"own.{i}", -i, r)).ToList();
                    var written = new AskedByValue(Until, count, "pain[0-4]", ranked).Write();
                    var read = AskedByValue.Of(Settings(written))!;
                    Assert.Equal((Until, count, "pain[0-4]"), (read.Until, read.PerDay, read.Outcome));
                    Assert.Equal(ranked, read.Ranked);
                }
            );

    [Theory]
    [InlineData("")]
    [InlineData("2026-12-28 4 pain")]
    [InlineData("28.12.2026 4 pain a=Found")]
    [InlineData("2026-12-28 four pain a=Found")]
    [InlineData("2026-12-28 4 pain a=Found b")]
    [InlineData("2026-12-28 4 pain a=Found b=99")]
    public void What_does_not_read_asks_all(string setting) => Assert.Null(AskedByValue.Of(Settings(setting)));

    [Fact]
    public void As_many_are_asked_a_day_as_were_chosen_and_the_best_are_always_among_them()
    {
        for (var day = Until.PlusDays(-40); day <= Until; day = day.PlusDays(1))
        {
            var asked = AskedOn(Four, day);
            Assert.Equal(4, asked.Count);
            Assert.Equal(["a", "b", "c"], asked.Take(3));
        }
    }

    [Fact]
    public void Each_of_the_others_has_its_turn()
    {
        var week = Enumerable.Range(0, 5).SelectMany(i => AskedOn(Four, Until.PlusDays(-i)));
        Assert.Equal(8, week.Distinct().Count());
    }

    [Fact]
    public void After_its_last_day_all_are_asked_and_none_is_told_to_be_chosen()
    {
        Assert.Equal(8, AskedOn(Four, Until.PlusDays(1)).Count);
        Assert.Null(Four.WhyOn(Until.PlusDays(1), "a"));
        Assert.Equal(AskReason.Found, Four.WhyOn(Until, "a"));
    }

    [Fact]
    public void A_question_that_is_not_in_the_order_is_always_asked() => Assert.False(Four.LeavesOut(Until, "new"));
}
