using Inomya.Checkins;
using Inomya.Content;
using Inomya.Function;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Demo;

/// <summary>What the invented person could do on some days of the last year, and the letter they wrote.</summary>
internal static class DemoFunction
{
    private const int Days = 365,
        EveryDays = 4,
        Usual = 6,
        WithHelp = 4;

    private const string LetterGap = "\n\n";

    private static readonly (string Activity, double Harder)[] Followed =
    [
        ("walk-200", 0),
        ("sit-60", 1.5),
        ("cook", -0.5),
        ("concentrate-30", 1),
    ];

    public static async Task AddAsync(Journal journal, Words words, FunctionShelf shelf, CancellationToken stop)
    {
        var entries = await journal.EntriesAsync(journal.Today.PlusDays(-Days), journal.Today.PlusDays(-1), stop);
        var drafts = entries
            .Where(e => e is { Measure: "function", Source: Checkin.Source, Value: not null })
            .Where(e => e.Day.DayOfYear % EveryDays == 0)
            .Select(e => (DraftOf(e, shelf), journal.Days.At(e.Day + new LocalTime(20, 0)).ToInstant()))
            .ToList();
        await journal.FillAsync(drafts, stop);
        await journal.RecordAsync(new Draft("letter", day: journal.Today).Add(LetterOf(journal, words)), stop);
        await FollowedActivities.SetAsync(journal, shelf, Followed.Select(f => f.Activity), stop);
    }

    private static Draft DraftOf(Entry function, FunctionShelf shelf)
    {
        var draft = new Draft(FunctionRecorder.Kind, day: function.Day);
        foreach (var (activity, harder) in Followed)
            draft.Add(DayOf(function.Day, activity, function.Value!.Value - harder, shelf));
        return draft;
    }

    private static FunctionDay DayOf(LocalDate day, string activity, double value, FunctionShelf shelf)
    {
        var limit =
            value >= Usual ? 0
            : value >= WithHelp ? 1
            : 2;
        return new FunctionDay
        {
            Id = FunctionDay.IdOf(day, activity),
            Day = day,
            Activity = activity,
            Way = shelf.Ways[limit],
            Marks = FunctionDay.WriteMarks(MarksOf(day, limit, shelf)),
        };
    }

    /// <summary>Marks are answered on some days only.</summary>
    private static IEnumerable<(string, bool?)> MarksOf(LocalDate day, int limit, FunctionShelf shelf) =>
        limit == 1 && day.Day % 2 == 0 ? shelf.Marks.Select(m => (m, (bool?)(m != "in-time"))) : [];

    private static LetterDraft LetterOf(Journal journal, Words words) =>
        new()
        {
            Day = journal.Today,
            Letter = "adjustments",
            Language = words.Language,
            Title = words["demo.letter.title", ("name", journal.Person.Name)],
            Text = words["demo.letter.text", ("name", journal.Person.Name)]
                .Replace("|", LetterGap, StringComparison.Ordinal),
        };
}
