using Inomya.Content;

namespace Inomya.SupportPacks;

/// <summary>Who can help, by country, as this project looked it up: content/support.</summary>
public sealed class SupportShelf
{
    private SupportShelf(IReadOnlyList<SupportPack> packs) => Packs = packs;

    /// <summary>Every pack that comes with the app.</summary>
    public IReadOnlyList<SupportPack> Packs { get; }

    /// <exception cref="ContentException">A pack that we ship is malformed.</exception>
    public static SupportShelf Read(ContentFolder content) =>
        new([.. content.Files("support", "*.yaml").Select(file => Read(content, file))]);

    private static SupportPack Read(ContentFolder content, string file) =>
        PackReader.Read(file, File.ReadAllText(Path.Combine(content.Path, file))) switch
        {
            { Pack: { } pack } => pack,
            { Faults: [var first, ..] } => throw new ContentException(
                file,
                $"line {first.Line}: {first.Problem} {first.Field}"
            ),
            _ => throw new ContentException(file, "the file is empty"),
        };
}
