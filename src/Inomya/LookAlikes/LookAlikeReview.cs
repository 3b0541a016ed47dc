using System.Globalization;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.LookAlikes;

/// <summary>One look-alike, held beside what one person recorded.</summary>
/// <param name="Speaks">The clues that hold.</param>
/// <param name="Mark">What the person said about it; null when nothing.</param>
/// <param name="NewSince">Something that speaks for it was recorded after it was ruled out.</param>
/// <param name="Flags">Its signs that are red flags when they are so now, and that the person ever said yes to.</param>
/// <param name="Unanswered">How many of its questions were not answered: that is not "no".</param>
public sealed record LookAlikeReview(
    LookAlike Of,
    LookAlikeStanding Standing,
    IReadOnlyList<ClueEvidence> Speaks,
    IReadOnlyList<TestStanding> Tests,
    Mark? Mark,
    bool NewSince,
    IReadOnlyList<SignNow> Flags,
    int Unanswered
)
{
    /// <summary>Without a strong clue, this many are worth asking about (a rule of this project).</summary>
    private const int EnoughClues = 2;

    /// <summary>Every look-alike: what to ask about first, the soonest first, and what is ruled out last.</summary>
    public static IReadOnlyList<LookAlikeReview> All(LookAlikeCatalogue content, ReportedSigns reported) =>
        [
            .. content
                .All.Select(c => Of_(content, c, reported))
                .OrderBy(r => r.Standing)
                .ThenBy(r => r.Standing is LookAlikeStanding.Ask ? Soonness(r.Of.See) : 0),
        ];

    /// <summary>One look-alike.</summary>
    public static LookAlikeReview One(LookAlikeCatalogue content, LookAlike of, ReportedSigns reported) =>
        Of_(content, of, reported);

    private static LookAlikeReview Of_(LookAlikeCatalogue content, LookAlike of, ReportedSigns reported)
    {
        var speaks = Strongest(of.Clues.Select(c => Holds(content, c, reported)).OfType<ClueEvidence>());
        var tests = of.Tests.Select(t => new TestStanding(t, Had(content, t, reported))).ToList();
        var mark = reported.MarkOf(MarkKind.LookAlike, of.Id);
        var standing = mark?.Answer switch
        {
            "ruled-out" => LookAlikeStanding.RuledOut,
            "known" => LookAlikeStanding.Known,
            "ask" => LookAlikeStanding.Ask,
            _ when IsWorthAsking(of, speaks) => LookAlikeStanding.Ask,
            _ => tests.Any(t => t.Had.Count > 0 && of.Telling.Contains(t.Test.Id))
                ? LookAlikeStanding.Tested
                : LookAlikeStanding.NotLookedAt,
        };
        var since =
            standing == LookAlikeStanding.RuledOut ? PartialDay.EndOf(mark!.When) ?? mark.Day : (LocalDate?)null;
        var signs = of.Clues.Select(c => c.Sign).OfType<string>().ToList();
        return new LookAlikeReview(
            of,
            standing,
            speaks,
            tests,
            mark,
            speaks.Any(s => s.Day > since),
            [.. signs.Select(s => SignNow.Of(content, s, reported)).OfType<SignNow>()],
            signs.Count(s => reported.MarkOf(MarkKind.Sign, s) is null)
        );
    }

    /// <summary>Two clues about one laboratory test are one: the stronger stays.</summary>
    private static List<ClueEvidence> Strongest(IEnumerable<ClueEvidence> held) =>
        [.. held.OrderByDescending(e => e.Clue.Strong).DistinctBy(e => e.Clue.Lab ?? (object)e.Clue)];

    private static bool IsWorthAsking(LookAlike of, List<ClueEvidence> speaks)
    {
        if (speaks.Exists(s => s.Clue.Strong))
            return true;
        if (of.AskWith is { } rule)
            return speaks.Exists(s => s.Clue.Sign == rule.Sign)
                && speaks.Count(s => s.Clue.Sign != rule.Sign && !s.Clue.Background) >= rule.Others;
        return speaks.Count >= EnoughClues && speaks.Exists(s => !s.Clue.Background);
    }

    private static int Soonness(string see) =>
        see switch
        {
            "week" => 0,
            "two-weeks" => 1,
            _ => 2,
        };

    private static ClueEvidence? Holds(LookAlikeCatalogue content, Clue clue, ReportedSigns reported)
    {
        if (clue.Sign is { } sign)
            return reported.MarkOf(MarkKind.Sign, sign) is { Answer: "yes" } mark
                ? new ClueEvidence(clue, mark.Day)
                : null;
        if (clue.Lab is { } test)
            return LabHolds(content, clue, content.Tests[test], reported);
        if (clue.Medicine.Count > 0 || clue.Named.Count > 0)
            return Taken(clue, reported) is { } name ? new ClueEvidence(clue, Text: name) : null;
        if (clue.Measure is { } measure)
            return MeasureHolds(clue, measure, reported);
        if (clue.Score is [var instrument, var rule, var score])
            return ScoreHolds(clue, instrument, rule, score, reported);
        if (clue.Age is { } age)
            return reported.Person.BirthYear is { } born && reported.Today.Year - born >= age
                ? new ClueEvidence(clue)
                : null;
        return StoryHolds(clue, reported);
    }

    /// <summary>As written, the first medicine of the clue that is taken; null for none.</summary>
    private static string? Taken(Clue clue, ReportedSigns reported)
    {
        if (clue.Medicine.FirstOrDefault(reported.Medicines.ContainsKey) is { } group)
            return reported.Medicines[group];
        return reported.MedicineNames.FirstOrDefault(name =>
            PlainWords.Of(name) is var written && clue.Named.Exists(n => PlainWords.Contain(written, PlainWords.Of(n)))
        );
    }

    private static ClueEvidence? LabHolds(
        LookAlikeCatalogue content,
        Clue clue,
        ConditionTest test,
        ReportedSigns reported
    ) =>
        reported.Labs.Where(r => content.IsOf(test, r)).MaxBy(r => r.Day) is { } newest
        && content.Lies(newest, clue, reported.Person)
            ? new ClueEvidence(clue, newest.Day, newest.Value, Lab: newest)
            : null;

    private static ClueEvidence? MeasureHolds(Clue clue, string measure, ReportedSigns reported)
    {
        var from = reported.Today.PlusDays(1 - clue.Days);
        var days = reported
            .Entries.Where(e => e.Measure == measure && e.Region is null && e.Value is not null && e.Day >= from)
            .GroupBy(e => e.Day, e => e.Value!.Value)
            .ToDictionary(d => d.Key, d => d.Average());
        return days.Count * 2 >= clue.Days && days.Values.Average() is var mean && mean >= clue.AtLeast
            ? new ClueEvidence(clue, days.Keys.Max(), mean)
            : null;
    }

    private static ClueEvidence? ScoreHolds(
        Clue clue,
        string instrument,
        string rule,
        string score,
        ReportedSigns reported
    ) =>
        reported.Responses.Where(r => r.Completed && r.Instrument == instrument).MaxBy(r => (r.Day, r.Id)) is { } newest
        && QuestionnaireBook.StoredNumber(newest, rule, score) is { } value
        && value >= clue.AtLeast
            ? new ClueEvidence(clue, newest.Day, value, instrument)
            : null;

    private static ClueEvidence? StoryHolds(Clue clue, ReportedSigns reported)
    {
        var wanted = clue.Story.Select(PlainWords.Of).ToList();
        return
            reported.Story.FirstOrDefault(item =>
                item.Kind is HistoryKind.Condition or HistoryKind.Family or HistoryKind.Onset or HistoryKind.Cause
                && PlainWords.Of(item.Text) is var text
                && wanted.Any(w => PlainWords.Contain(text, w))
            )
                is { } item
            ? new ClueEvidence(clue, Text: item.Text)
            : null;
    }

    private static IReadOnlyList<TestHad> Had(LookAlikeCatalogue content, ConditionTest test, ReportedSigns reported)
    {
        var had = reported
            .Labs.Where(r => content.IsOf(test, r))
            .Select(r => new TestHad(Iso(r.Day), null, Lab: r))
            .Concat(
                reported
                    .Examinations.Where(e => test.IsNamedIn(e.Kind) || test.IsNamedIn(e.Text))
                    .Select(e => new TestHad(Iso(e.Day), e.Text ?? e.Value?.ToString(CultureInfo.InvariantCulture)))
            )
            .Concat(
                reported
                    .Story.Where(i =>
                        i.Kind == HistoryKind.Imaging && test.Kind != TestKind.Questionnaire && test.IsNamedIn(i.Text)
                    )
                    .Select(i => new TestHad(i.Since, i.Text))
            )
            .Concat(
                reported
                    .Responses.Where(r => r.Completed && test.Instruments.Contains(r.Instrument))
                    .Select(r => new TestHad(Iso(r.Day), null))
            );
        if (reported.MarkOf(MarkKind.Test, test.Id) is { } mark)
            had = had.Append(new TestHad(mark.When, mark.Text, mark));
        return [.. had.OrderByDescending(t => t.When ?? "", StringComparer.Ordinal)];
    }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
