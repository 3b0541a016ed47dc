using System.Collections.Concurrent;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;

namespace Inomya.Documents;

/// <summary>The letters of a PDF: ours, and behind them a font with more scripts. All travel with the program.</summary>
/// <remarks>
/// PDFsharp puts letters beside each other as they come: it neither joins nor turns them. So Latin, Greek, Cyrillic,
/// Armenian, Georgian and Hebrew (turned here) are drawn; of any other script an empty box is, and the reader is told.
/// </remarks>
internal sealed class PdfFonts : IFontResolver
{
    /// <summary>What stands for a letter that no font of ours can draw.</summary>
    public const string Box = "□";

    private const string Regular = "atkinson-regular",
        Bold = "atkinson-bold",
        More = "dejavu";

    /// <summary>Advances are measured at this size.</summary>
    private const double Measured = 1000;

    private const int FirstShaped = 0x0600,
        FirstAfterShaped = 0x10A0;
    private const int FirstHanAndKana = 0x2E80;

    private static readonly Lock Once = new();
    private static readonly ConcurrentDictionary<(string Face, Rune Letter), double> Advances = new();
    private static readonly ConcurrentDictionary<(string Face, Rune Letter), bool> Drawn = new();
    private static readonly ConcurrentDictionary<string, byte[]> Files = new();

    private readonly Dictionary<(string Face, double Size), XFont> _fonts = [];

    static PdfFonts()
    {
        lock (Once)
            GlobalFontSettings.FontResolver ??= new PdfFonts();
    }

    /// <summary>The face for a letter; null where none of ours can draw it.</summary>
    public string? FaceOf(Rune letter, bool bold)
    {
        var own = bold ? Bold : Regular;
        return Has(own, letter) ? own
            : !IsShaped(letter) && Has(More, letter) ? More
            : null;
    }

    /// <summary>The face that has the box and most signs.</summary>
    public static string FaceOfBox => More;

    /// <summary>Width of a letter in points.</summary>
    public double WidthOf(string face, Rune letter, double size) =>
        Advances.GetOrAdd((face, letter), key => Measure(key.Face, key.Letter)) * size / Measured;

    public XFont Font(string face, double size) =>
        _fonts.TryGetValue((face, size), out var font) ? font : _fonts[(face, size)] = new XFont(face, size);

    byte[]? IFontResolver.GetFont(string faceName) => Files.GetOrAdd(faceName, Read);

    FontResolverInfo? IFontResolver.ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(familyName);

    /// <summary>Letters that are joined, stacked or turned by rules that we do not have.</summary>
    private static bool IsShaped(Rune letter) =>
        letter.Value is >= FirstShaped and < FirstAfterShaped or >= FirstHanAndKana;

    private bool Has(string face, Rune letter) =>
        Drawn.GetOrAdd((face, letter), key =>
            GlyphHelper.GlyphIndexFromCodePoint(key.Letter.Value, Font(key.Face, Measured)) != 0
        );

    private double Measure(string face, Rune letter)
    {
        lock (Once)
        {
            using var context = XGraphics.CreateMeasureContext(
                new XSize(Measured, Measured),
                XGraphicsUnit.Point,
                XPageDirection.Downwards
            );
            return context.MeasureString(letter.ToString(), Font(face, Measured)).Width;
        }
    }

    private static byte[] Read(string face)
    {
        using var file = typeof(PdfFonts).Assembly.GetManifestResourceStream($"fonts/{face}.ttf")
            ?? throw new InvalidOperationException($"The font '{face}' is not in the program.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
