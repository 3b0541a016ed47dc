using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Inomya.Tests.Documents;

/// <summary>An element of the structure that a screen reader walks through.</summary>
internal sealed record PdfTag(string Name, string? Alt, IReadOnlyList<PdfTag> Inside)
{
    /// <summary>The structure of a file; its elements from the top.</summary>
    public static IReadOnlyList<PdfTag> Of(PdfDocument file)
    {
        var catalog = file.Structure.Catalog.CatalogDictionary;
        var root = (DictionaryToken)Resolve(file, catalog.Data["StructTreeRoot"]);
        return [.. Kids(file, root).SelectMany(k => Read(file, k))];
    }

    public IEnumerable<PdfTag> All => Inside.SelectMany(t => t.All).Prepend(this);

    private static IEnumerable<PdfTag> Read(PdfDocument file, IToken token)
    {
        if (Resolve(file, token) is DictionaryToken element && element.Data.TryGetValue("S", out var name))
            yield return new PdfTag(
                ((NameToken)name).Data,
                element.Data.TryGetValue("Alt", out var alt) ? TextOf(Resolve(file, alt)) : null,
                [.. Kids(file, element).SelectMany(k => Read(file, k))]
            );
    }

    private static IEnumerable<IToken> Kids(PdfDocument file, DictionaryToken element) =>
        !element.Data.TryGetValue("K", out var kids) ? []
        : Resolve(file, kids) is ArrayToken several ? several.Data
        : [kids];

    private static IToken Resolve(PdfDocument file, IToken token) =>
        token is IndirectReferenceToken reference ? file.Structure.GetObject(reference.Data).Data : token;

    private static string TextOf(IToken token) =>
        token switch
        {
            StringToken text => text.Data,
            HexToken hex => hex.Data,
            _ => "",
        };
}
