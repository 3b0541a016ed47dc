using Inomya.Content;
using NodaTime;

namespace Inomya.Programmes;

/// <summary>Words, grade, minutes, sources and expiry of every programme in every language.</summary>
public static class ContentReport
{
    /// <param name="today">The day on which a review must hold.</param>
    /// <exception cref="ContentException">A file cannot be read.</exception>
    public static IReadOnlyList<ContentLine> Of(ContentFolder content, LocalDate today) =>
        [
            .. Words
                .Languages(content)
                .SelectMany(language => new ProgrammeShelf(content).In(language))
                .Select(programme => LineOf(programme, today)),
        ];

    private static ContentLine LineOf(ProgrammeText programme, LocalDate today)
    {
        var texts = programme.Steps.Select(TextOf).ToList();
        var isGraded = programme.Language == Words.Fallback;
        var core = programme.Steps.Where(s => s.Road == StepRoad.Core).ToList();
        return new ContentLine(
            programme.Id,
            programme.Language,
            programme.Of.Version,
            core.Count,
            programme.Steps.Count,
            texts.Sum(StepWords.CountOf),
            isGraded ? Rounded(ReadingGrade.Of(string.Join(' ', texts))) : null,
            isGraded ? Rounded(texts.Max(ReadingGrade.Of)) : null,
            programme.Steps.Sum(s => s.Minutes.Usual),
            core.Sum(s => s.Minutes.Usual),
            programme.Steps.Sum(s => s.Minutes.OnBadDay),
            programme.Steps.SelectMany(s => s.Sources).Select(s => s.Address ?? s.Text).Distinct().Count(),
            programme.Steps.Count(s => !s.IsReviewedOn(today)),
            programme.Steps.Where(s => s.IsReviewedOn(today)).Min(s => s.Reviewed.Expires)
        );
    }

    private static string TextOf(ProgrammeStep step) =>
        $"{StepWords.ProseOf(step.Html)} {StepWords.ProseOf(step.ShortHtml)} {StepWords.ProseOf(step.Listen)}";

    private static double Rounded(double grade) => Math.Round(grade, 1);
}
