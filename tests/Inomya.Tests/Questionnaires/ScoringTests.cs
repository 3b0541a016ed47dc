using System.Text.Json;
using Inomya.Questionnaires;

namespace Inomya.Tests.Questionnaires;

public class ScoringTests
{
    public static TheoryData<string> Ids => Vectors.Ids;

    private static Scores Score(string rule, string answers)
    {
        var (instrument, name) = Vectors.Instruments.FindRule(rule)!.Value;
        using var json = JsonDocument.Parse(answers);
        return Scoring.Score(
            name,
            PlainAnswers.Fit(instrument.Form.Value, json.RootElement, out _).ForScoring(FormView.All),
            instrument.Meaning
        );
    }

    [Theory, MemberData(nameof(Ids))]
    public void Every_vector_is_scored_as_expected(string id)
    {
        var (instrument, rule) = Vectors.RuleOf(id);
        var scores = Scoring.Score(rule, Vectors.Answers(id).ForScoring(FormView.All), instrument.Meaning);
        Vectors.Agree(id, name => scores[name]);
    }

    public static TheoryData<string> IdsOfOthers => Vectors.IdsOfOthers;

    [Theory, MemberData(nameof(IdsOfOthers))]
    public void What_other_scorers_published_is_scored_alike(string id)
    {
        var (instrument, rule) = Vectors.RuleOf(id);
        var scores = Scoring.Score(rule, Vectors.Answers(id).ForScoring(FormView.All), instrument.Meaning);
        Vectors.Agree(id, name => scores[name]);
    }

    [Fact]
    public void Other_scorers_gave_98_values_for_nine_rules()
    {
        var all = Vectors.IdsOfOthers.Select(id => Vectors.Of(id.Data)).ToList();
        Assert.Equal(98, all.Sum(v => v.GetProperty("expected").EnumerateObject().Count()));
        Assert.Equal(9, all.Select(v => v.GetProperty("instrument").GetString()).Distinct().Count());
    }

    [Fact]
    public void There_is_a_vector_for_every_rule() =>
        Assert.Equal(
            Scoring.Rules.Except(["PHQ-8"]).Order(StringComparer.Ordinal),
            Vectors
                .Ids.Select(id => Vectors.Of(id.Data).GetProperty("instrument").GetString()!)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_rule_belongs_to_one_instrument() =>
        Assert.Equal(
            Scoring.Rules.Order(StringComparer.Ordinal),
            Vectors.Instruments.All.SelectMany(i => i.Meaning.Rules).Order(StringComparer.Ordinal)
        );

    [Theory]
    [
        InlineData(0, "remission"),
        InlineData(23, "remission"),
        InlineData(24, "mild"),
        InlineData(40.49, "mild"),
        InlineData(40.5, "moderate")
    ]
    [
        InlineData(63, "moderate"),
        InlineData(64, "severe"),
        InlineData(82.5, "very-severe"),
        InlineData(100, "very-severe")
    ]
    public void Bands_of_whole_points_round_half_up(double total, string band) =>
        Assert.Equal(band, Vectors.Instruments.Find("siqr")!.Meaning.Band("severity2021", total));

    [Theory]
    [
        InlineData(30, "remission"),
        InlineData(30.001, "mild"),
        InlineData(45, "mild"),
        InlineData(45.5, "moderate"),
        InlineData(65.1, "severe")
    ]
    [InlineData(29.999999999999996, "remission"), InlineData(30.000000000000004, "remission")]
    public void Bands_that_start_above_a_number_do_not_take_that_number_in(double total, string band) =>
        Assert.Equal(band, Vectors.Instruments.Find("siqr")!.Meaning.Band("severity2018", total));

    [Fact]
    public void Seven_of_nine_answers_are_enough_for_the_PHQ_9_and_six_are_not()
    {
        Assert.Equal(9, Score("PHQ-9", """{"q1":1,"q2":1,"q3":1,"q4":1,"q5":1,"q6":1,"q7":1}""").Number("total"));
        Assert.Null(Score("PHQ-9", """{"q1":1,"q2":1,"q3":1,"q4":1,"q5":1,"q6":1}""").Number("total"));
        Assert.Null(Score("PHQ-9", "{}").Number("total"));
    }

    [Fact]
    public void Nothing_answered_scores_nothing_and_decides_nothing()
    {
        foreach (var rule in Scoring.Rules)
            Assert.DoesNotContain(Score(rule, "{}"), s => s.Value is double and not 0 or true);
    }

    [Fact]
    public void An_answer_that_the_question_does_not_have_is_refused()
    {
        Assert.Contains(
            "q1",
            Assert.Throws<FormException>(() => Score("PHQ-9", """{"q1": 4}""")).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<FormException>(() => Score("PEG", """{"p": 11, "e": 1, "g": 1}"""));
        Assert.Throws<FormException>(() => Score("PEG", """{"p": 5.5, "e": 1, "g": 1}"""));
        Assert.Throws<FormException>(() => Score("SleepDiary-SE", """{"got_into_bed": "25:00:00"}"""));
        Assert.Throws<FormException>(() => Score("PHQ-9", """{"q1": [1, 2]}"""));
    }

    [Fact]
    public void A_single_answer_to_item_9_sets_off_the_alarm_whatever_the_total_is()
    {
        var phq = Vectors.Instruments.Find("phq-9")!;
        Assert.Equal("crisis-contacts", Assert.Single(phq.Alarms(new Answers().Set("q9", 1.0))).Show);
        Assert.Empty(phq.Alarms(new Answers().Set("q9", 0.0)));
        Assert.Empty(phq.Alarms(new Answers().Set("q1", 3.0)));
    }
}
