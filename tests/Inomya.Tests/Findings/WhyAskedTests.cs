using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Series;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Findings;

/// <summary>A question that is asked for its value says which one, in both languages.</summary>
public class WhyAskedTests
{
    [Theory]
    [InlineData("en", AskReason.Found, "Tea goes with pain: each answer tells better how much.")]
    [InlineData("en", AskReason.Sign, "A first sign that Tea goes with pain: answers make it surer or take it away.")]
    [InlineData("en", AskReason.TooFew, "Tea has too few answers to be looked at yet.")]
    [InlineData("en", AskReason.Open, "Whether Tea goes with pain cannot be told yet: answers may settle it.")]
    [InlineData(
        "en",
        AskReason.RuledOut,
        "Tea made no difference worth knowing in pain. It is asked now and then, in case that changes."
    )]
    [InlineData("es", AskReason.Found, "Tea va unido a pain: cada respuesta dice mejor cuánto.")]
    [InlineData(
        "es",
        AskReason.Open,
        "Todavía no se puede decir si Tea va unido a pain: las respuestas pueden resolverlo."
    )]
    public void The_sentence_is_that_of_the_reason(string language, AskReason reason, string said)
    {
        var pain = new DayColumn(new ColumnName("pain"), null, [1]);
        var series = new DaySeries(
            new LocalDate(2026, 3, 2),
            1,
            [pain, new DayColumn(new ColumnName("Tea"), null, [1])]
        );
        var roles = new Roles("pain", [], new Dictionary<string, FactorKind> { ["Tea"] = FactorKind.Numeric });
        var report = new FindingReport(pain, series, roles, new AnalysisResult());
        var sentences = new FindingSentences(new Words(Shelf.Content, language), report);
        Assert.Equal(said, sentences.WhyAsked(new AnswerValue("Tea", 1, reason)));
    }
}
