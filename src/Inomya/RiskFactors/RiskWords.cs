using Inomya.Content;

namespace Inomya.RiskFactors;

/// <summary>
/// Puts the published number of a risk factor into one whole sentence, and says in whom it was found.
/// </summary>
public sealed class RiskWords(Words words)
{
    /// <summary>
    /// "In those who ever smoked, the odds were 2.37 times as high as in those who never did (likely between 1.33 and
    /// 4.23). Found in 3,136 women …, 2010."
    /// </summary>
    public string Sentence(RiskEffect effect) =>
        words[
            "risks.sentence",
            ("finding", Finding(effect) + Interval(effect)),
            ("group", Group(effect)),
            ("year", effect.Year.ToString(words.Culture))
        ];

    private string Finding(RiskEffect effect) =>
        words[
            $"risk-detail.{effect.Detail}",
            ("ratio", words[$"risks.says.{Key(effect.Kind)}", ("value", words.Number(effect.Value, 2))])
        ];

    /// <summary>In whom it was found, and how many they were where that is known.</summary>
    private string Group(RiskEffect effect)
    {
        var group = words[$"risk-population.{effect.Population}"];
        return effect.People is { } people ? $"{people.ToString("N0", words.Culture)} {group}" : group;
    }

    private string Interval(RiskEffect effect) =>
        effect.Interval is [var low, var high]
            ? $" ({words["risks.interval", ("low", words.Number(low, 2)), ("high", words.Number(high, 2))]})"
            : "";

    private static string Key(EffectKind kind) =>
        kind switch
        {
            EffectKind.OddsRatio => "odds-ratio",
            EffectKind.HazardRatio => "hazard-ratio",
            EffectKind.RelativeRisk => "relative-risk",
            _ => "percent",
        };
}
