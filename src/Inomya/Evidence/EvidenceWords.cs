using Inomya.Content;

namespace Inomya.Evidence;

/// <summary>Puts an evidence card into a person's words.</summary>
public sealed class EvidenceWords(Words words)
{
    public string Name(EvidenceCard card) => words[$"treatment.{card.Id}.name"];

    public string What(EvidenceCard card) => words[$"treatment.{card.Id}.what"];

    public string Stance(GuidelineStance stance) => words[$"treatment.stance.{Kebab(stance.Stance)}"];

    public string Certainty(PublishedEffect effect) => words[$"treatment.certainty.{Kebab(effect.Certainty)}"];

    public string Caution(string key) => words[$"treatment.caution.{key}"];

    public string Cost(Size size) => words[$"treatment.cost.{Kebab(size)}"];

    public string Trial(EvidenceCard card) => words[$"treatment.trial.{Kebab(card.OnOffTrial)}"];

    public string JudgeAfter(EvidenceCard card) => Span("treatment.judge-after", card.JudgeAfter);

    public string FirstEffect(EvidenceCard card) =>
        card.FirstEffect is { } span ? Span("evidence.first-effect", span) : words["evidence.first-effect-unknown"];

    /// <summary>
    /// The sentence of an effect with its numbers, and that its maker ran the study where that is so.
    /// </summary>
    public string Effect(PublishedEffect effect) =>
        effect.Basis.ByMaker ? $"{Sentence(effect)} {words["treatment.by-maker"]}" : Sentence(effect);

    /// <remarks>
    /// A difference is told by its size: the sentence says which way it goes. A sign inside it would be a double
    /// negative ("-11 points lower"). An interval around nothing is told as how much better and how much worse it may
    /// be.
    /// </remarks>
    private string Sentence(PublishedEffect effect)
    {
        var (least, most) = Ends(effect);
        return words[
            $"treatment.effect.{effect.Key}",
            ("with", Number(effect.With)),
            ("without", Number(effect.Without)),
            ("per", effect.Per),
            ("size", Unsigned(effect.Change)),
            ("least", Unsigned(least)),
            ("most", Unsigned(most))
        ];
    }

    private string Span(string key, DayRange span) =>
        span.From == span.To
            ? words[$"{key}.one-day", ("day", span.From)]
            : words[key, ("from", span.From), ("to", span.To)];

    /// <summary>
    /// The ends of an interval: the nearer to nothing first; as they are when it lies around nothing.
    /// </summary>
    private static (double? Least, double? Most) Ends(PublishedEffect effect) =>
        effect is { Low: { } low, High: { } high } && low * high >= 0 && Math.Abs(low) > Math.Abs(high)
            ? (high, low)
            : (effect.Low, effect.High);

    private string Unsigned(double? value) => Number(value is { } signed ? Math.Abs(signed) : null);

    private string Number(double? value) => value is { } number ? words.Number(number, 2) : "";

    private static string Kebab<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
