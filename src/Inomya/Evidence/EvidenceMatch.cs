using Inomya.Vocabulary;

namespace Inomya.Evidence;

/// <summary>
/// Finds the evidence card of a treatment as a person named it, also of one that is no substance: "Gentle yoga class"
/// is yoga.
/// </summary>
public static class EvidenceMatch
{
    /// <param name="nameOf">A card's name in the person's language.</param>
    public static IReadOnlyList<EvidenceCard> For(
        EvidenceCatalogue cards,
        string written,
        Func<EvidenceCard, string> nameOf
    ) =>
        cards.For(written) is { Count: > 0 } bySubstance
            ? bySubstance
            :
            [
                .. cards.Cards.Where(c =>
                    c.Substance is null
                    && ((string[])[c.Id, nameOf(c)]).Any(name =>
                        PlainWords.Contain(PlainWords.Of(written), PlainWords.Of(name))
                    )
                ),
            ];
}
