using System.Globalization;
using System.Security;
using System.Text;
using Inomya.Content;
using Inomya.Journals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Inomya.Web.Flares;

/// <summary>GET /flare-plan/picture.svg: the plan as a dark picture the shape of a phone, for its lock screen.</summary>
/// <remarks>The upper third stays free for the clock. Lines are broken by counting characters, since a server has no font to measure with; wide letters still fit.</remarks>
public static class PlanPicture
{
    private const int Width = 1080,
        Height = 2340,
        Left = 80,
        Top = 760,
        Bottom = 2200;
    private const int TitleSize = 40,
        TextSize = 44,
        LineHeight = 60,
        TitleHeight = 70,
        PartGap = 26,
        CharactersALine = 38;

    public static void MapPlanPicture(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/flare-plan/picture.svg", async (PersonJournal person, Words words) =>
            Results.Text(
                Draw(words, await (await person.OpenAsync()).AllAsync<FlarePlan>() is [var plan, ..] ? plan : null),
                "image/svg+xml",
                Encoding.UTF8
            )
        );

    internal static string Draw(Words words, FlarePlan? plan)
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" font-family="sans-serif">"""
        );
        svg.Append(CultureInfo.InvariantCulture, $"""<rect width="{Width}" height="{Height}" fill="#1b1815"/>""");
        var y = Top;
        Line(words["plan.title"], TextSize + 12, "#e9c9a0", bold: true);
        y += TitleHeight + PartGap;
        foreach (var (part, text) in PlanParts.Of(plan).Where(p => p.Part != "work-message"))
        {
            var lines = Broken(text).ToList();
            if (y + TitleHeight + LineHeight > Bottom)
            {
                Line(words["plan.picture.cut"], TitleSize, "#b9a58c", bold: false);
                break;
            }
            Line(words[$"plan.part.{part}"], TitleSize, "#e9c9a0", bold: true);
            y += TitleHeight - (TitleSize / 2);
            foreach (var line in lines)
            {
                if (y > Bottom)
                    break;
                Line(line, TextSize, "#f3e7d6", bold: false);
                y += LineHeight;
            }
            y += PartGap;
        }
        return svg.Append("</svg>").ToString();

        void Line(string text, int size, string colour, bool bold) =>
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""<text x="{Left}" y="{y}" font-size="{size}" fill="{colour}"{(bold ? " font-weight=\"bold\"" : "")}>{SecurityElement.Escape(Printable(text))}</text>"""
            );
    }

    /// <summary>XML has no way to write most control characters.</summary>
    private static string Printable(string text) =>
        string.Concat(text.Where(c => !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF')));

    /// <summary>Lines of at most so many characters, broken between words where there are any.</summary>
    private static IEnumerable<string> Broken(string text)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = new StringBuilder();
            foreach (
                var word in paragraph
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .SelectMany(w => w.Chunk(CharactersALine).Select(c => new string(c)))
            )
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > CharactersALine)
                {
                    yield return line.ToString();
                    line.Clear();
                }
                line.Append(line.Length > 0 ? " " : "").Append(word);
            }
            if (line.Length > 0)
                yield return line.ToString();
        }
    }
}
