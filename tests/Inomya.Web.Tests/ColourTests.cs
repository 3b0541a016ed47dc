using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Web.Tests.Support;

namespace Inomya.Web.Tests;

/// <summary>Counts the contrast of every pair of colours that stand on each other, in every theme, straight from the stylesheet.</summary>
/// <remarks>Relative luminance and contrast as WCAG 2.2 defines them.</remarks>
public partial class ColourTests
{
    private const double Text = 7,
        Lines = 3;

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("night")]
    [InlineData("contrast")]
    public void Words_can_be_read_on_every_ground(string theme)
    {
        var colours = Theme(theme);
        foreach (
            var ground in new[] { "paper", "sheet", "sunk", "accent-soft", "clay-soft", "ochre-soft", "good-soft" }
        )
            Check(colours, "ink", ground, Text);
        foreach (var ground in new[] { "paper", "sheet" })
        foreach (var ink in new[] { "ink-soft", "accent", "clay" })
            Check(colours, ink, ground, ink == "ink-soft" ? Text : 4.5);
        Check(colours, "on-accent", "accent", Text);
        for (var step = 0; step <= 5; step++)
            Check(
                colours,
                step < 3 ? "sev-ink-low"
                    : step == 3 ? "sev-ink-mid"
                    : "sev-ink-high",
                $"sev-{step}",
                step is 2 or 3 or 4 ? 4.5 : Text
            );
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("night")]
    [InlineData("contrast")]
    public void Lines_that_mean_something_can_be_seen(string theme)
    {
        var colours = Theme(theme);
        foreach (var ground in new[] { "paper", "sheet" })
        foreach (var line in new[] { "line", "focus", "chart-line", "chart-mark", "accent" })
            Check(colours, line, ground, Lines);
    }

    [Fact]
    public void Night_has_no_blue_and_keeps_under_its_cap()
    {
        foreach (
            var (name, (red, green, blue)) in Theme("night")
                .Where(c => !c.Key.StartsWith("sev-ink", StringComparison.Ordinal))
        )
        {
            Assert.True(blue == 0, $"{name} has blue in it.");
            Assert.True(
                Luminance((red, green, blue)) <= .35,
                $"{name} is too bright: {Luminance((red, green, blue)):0.000}."
            );
        }
    }

    private static void Check(Dictionary<string, (int, int, int)> colours, string ink, string ground, double least)
    {
        var (a, b) = (Luminance(colours[ink]) + .05, Luminance(colours[ground]) + .05);
        var contrast = Math.Max(a, b) / Math.Min(a, b);
        Assert.True(contrast >= least, $"{ink} on {ground}: {contrast:0.00}, {least} needed.");
    }

    private static double Luminance((int Red, int Green, int Blue) c) =>
        .2126 * Linear(c.Red) + .7152 * Linear(c.Green) + .0722 * Linear(c.Blue);

    private static double Linear(int channel) =>
        channel / 255.0 is var v && v <= .04045 ? v / 12.92 : Math.Pow((v + .055) / 1.055, 2.4);

    private static Dictionary<string, (int, int, int)> Theme(string name)
    {
        var css = File.ReadAllText(
            Path.Combine(Repository.Root, "src", "Inomya.Web", "Design", "Styles", "10-tokens.css")
        );
        var selector = name == "light" ? "\n:root {" : $":root[data-theme=\"{name}\"] {{";
        var start = css.IndexOf(selector, StringComparison.Ordinal) + selector.Length;
        return Colour()
            .Matches(css[start..css.IndexOf('}', start)])
            .ToDictionary(m => m.Groups[1].Value, m => Channels(m.Groups[2].Value));
    }

    private static (int, int, int) Channels(string hex) => (Byte(hex[..2]), Byte(hex[2..4]), Byte(hex[4..]));

    private static int Byte(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"--([\w-]+): #([0-9a-f]{6});")]
    private static partial Regex Colour();
}
