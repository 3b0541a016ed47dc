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
    private const int CharactersALine = 38;

    public static void MapPlanPicture(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/flare-plan/picture.svg", async (PersonJournal person, Words words) =>
            Results.Text(
                Draw(words, await (await person.OpenAsync()).AllAsync<FlarePlan>() is [var plan, ..] ? plan : null),
                "image/svg+xml; charset=utf-8",
                Encoding.UTF8
            )
        );

    internal static string Draw(Words words, FlarePlan? plan)
    {
        var sheet = new PlanSheet();
        sheet.Title(words["plan.title"]);
        foreach (var (part, text) in PlanParts.Of(plan).Where(p => p.Part != "work-message"))
        {
            if (sheet.IsFull)
            {
                sheet.Note(words["plan.picture.cut"]);
                break;
            }
            sheet.Part(words[$"plan.part.{part}"], Broken(text));
        }
        return sheet.End();
    }

    /// <summary>Lines of at most so many characters, broken between words where there are any.</summary>
    private static IEnumerable<string> Broken(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').SelectMany(LinesOf);

    private static IEnumerable<string> LinesOf(string paragraph)
    {
        var line = new StringBuilder();
        foreach (var word in PiecesOf(paragraph))
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

    /// <summary>Words; one that is longer than a line comes in pieces.</summary>
    private static IEnumerable<string> PiecesOf(string paragraph) =>
        paragraph
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(w => w.Chunk(CharactersALine).Select(c => new string(c)));
}
