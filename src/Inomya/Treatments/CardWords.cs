using Inomya.Content;

namespace Inomya.Treatments;

/// <summary>Puts an evidence card into a person's words; what was not verified says so.</summary>
public sealed class CardWords(Words words)
{
    public string Name(TreatmentCard card) => words[$"treatment.{card.Id}.name"];

    public string What(TreatmentCard card) => words[$"treatment.{card.Id}.what"];

    public string Stance(GuidelineStance stance) => words[$"treatment.stance.{Kebab(stance.Stance)}"];

    public string Certainty(PublishedEffect effect) => words[$"treatment.certainty.{Kebab(effect.Certainty)}"];

    public string Caution(string key) => words[$"treatment.caution.{key}"];

    public string Cost(Size size) => words[$"treatment.cost.{Kebab(size)}"];

    public string Trial(TreatmentCard card) => words[$"treatment.trial.{Kebab(card.OnOffTrial)}"];

    public string JudgeAfter(TreatmentCard card) =>
        words["treatment.judge-after", ("from", card.JudgeAfter.From), ("to", card.JudgeAfter.To)];

    /// <summary>The sentence of an effect with its numbers.</summary>
    public string Effect(PublishedEffect effect)
    {
        var text = words[
            $"treatment.effect.{effect.Key}",
            ("with", Number(effect.With)),
            ("without", Number(effect.Without)),
            ("per", effect.Per),
            ("change", Number(effect.Change)),
            ("low", Number(effect.Low)),
            ("high", Number(effect.High))
        ];
        return effect.Basis.Verified ? text : words["treatment.not-verified", ("text", text)];
    }

    private string Number(double? value) => value is { } number ? words.Number(number, 2) : "";

    private static string Kebab<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
