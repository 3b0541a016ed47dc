namespace Inomya.Treatments;

/// <summary>Finds the evidence card of a treatment as a person named it, also of one that is no substance: "Gentle yoga class" is yoga.</summary>
public static class CardMatch
{
    /// <param name="nameOf">A card's name in the person's language.</param>
    public static IReadOnlyList<TreatmentCard> For(TreatmentCatalogue cards, string written, Func<TreatmentCard, string> nameOf) =>
        cards.For(written) is { Count: > 0 } bySubstance
            ? bySubstance
            : [.. cards.Cards.Where(c => c.Substance is null && (Holds(written, c.Id.Replace('-', ' ')) || Holds(written, nameOf(c))))];

    /// <summary>One text holds another as whole words.</summary>
    private static bool Holds(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (at + part.Length == text.Length || !char.IsLetter(text[at + part.Length]))) return true;
        return false;
    }
}
