using System.Globalization;
using System.Text.RegularExpressions;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Inomya.Web.Tests.Support;

/// <summary>A camera before a picture of squares.</summary>
public static partial class QrPicture
{
    private const int PixelsASquare = 4,
        Margin = 4;

    /// <param name="path">The path of the dark squares, each a square of one.</param>
    public static string Read(string path)
    {
        var dark = Square().Matches(path).Select(m => (X: NumberOf(m, 1), Y: NumberOf(m, 2))).ToHashSet();
        var size = (dark.Max(d => d.X) + 1 + Margin) * PixelsASquare;
        var light = new byte[size * size];
        for (var y = 0; y < size; y++)
        for (var x = 0; x < size; x++)
            light[y * size + x] = dark.Contains((x / PixelsASquare, y / PixelsASquare)) ? (byte)0 : (byte)255;
        var source = new RGBLuminanceSource(light, size, size, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).Text;
    }

    private static int NumberOf(Match match, int group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h1v1h-1z")]
    private static partial Regex Square();
}
