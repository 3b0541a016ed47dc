using Inomya.Content;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Reports;

/// <summary>What the person prepared for a visit, as a report tells it.</summary>
/// <param name="Reader">The audience that it was prepared for; null while none was chosen.</param>
/// <param name="Changed">
/// What changed since the last visit, in the person's own words; null: as the app tells it.
/// </param>
/// <param name="Asks">What to have decided, the questions and the worry, as typed.</param>
public sealed record VisitPart(string? Reader, string? Changed, IReadOnlyList<string> Asks)
{
    /// <summary>Who it is for while nobody was chosen.</summary>
    public const string UsualReader = "doctor";

    public static VisitPart Of(VisitNotes notes, Words words) =>
        new(notes.Reader, notes.Changed is { Length: > 0 } changed ? changed : null, [.. AsksOf(notes, words)]);

    /// <summary>Of the next visit for which something was prepared; null where there is none.</summary>
    public static VisitPart? Coming(
        IEnumerable<Appointment> visits,
        IEnumerable<VisitNotes> notes,
        LocalDate today,
        Words words
    )
    {
        var byVisit = notes.ToDictionary(n => n.AppointmentId);
        return visits
            .Where(v => v.Day >= today)
            .OrderBy(v => v.Day)
            .ThenBy(v => v.Time)
            .Select(v => byVisit.GetValueOrDefault(v.Id))
            .OfType<VisitNotes>()
            .Select(n => Of(n, words))
            .FirstOrDefault(part => part.Asks.Count > 0);
    }

    /// <summary>A reader it was not prepared for does not get it.</summary>
    public bool IsFor(string audience) => audience == (Reader ?? UsualReader);

    private static IEnumerable<string> AsksOf(VisitNotes notes, Words words)
    {
        if (notes.Decide is { Length: > 0 } decide)
            yield return words["report.ask.decide", ("text", decide)];
        foreach (var question in new[] { notes.FirstQuestion, notes.SecondQuestion, notes.ThirdQuestion })
            if (question is { Length: > 0 })
                yield return question;
        if (notes.Worry is { Length: > 0 } worry)
            yield return words["report.ask.worry", ("text", worry)];
    }
}
