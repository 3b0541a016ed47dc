using Inomya.Journals;
using Inomya.Vocabulary;

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
    private const string RuledOut = "ruled-out";

    /// <summary>Without a strong clue, this many are worth asking about (a rule of this project).</summary>
    private const int EnoughClues = 2;

    /// <summary>Every look-alike: what to ask about first, the soonest first, and what is ruled out last.</summary>
    public static IReadOnlyList<LookAlikeReview> All(LookAlikeCatalogue content, ReportedSigns reported) =>
        [
            .. content
                .All.Select(c => Review(content, c, reported))
                .OrderBy(r => r.Standing)
                .ThenBy(r => r.Standing is LookAlikeStanding.Ask ? Soonness(r.Of.See) : 0),
        ];

    /// <summary>One look-alike.</summary>
    public static LookAlikeReview One(LookAlikeCatalogue content, LookAlike of, ReportedSigns reported) =>
        Review(content, of, reported);

    private static LookAlikeReview Review(LookAlikeCatalogue content, LookAlike of, ReportedSigns reported)
    {
        var speaks = new ClueReader(content, reported).WhatSpeaksFor(of);
        var tests = new TestReader(content, reported).StandingsOf(of);
        var mark = reported.MarkOf(MarkKind.LookAlike, of.Id);
        var signs = of.Clues.Select(c => c.Sign).OfType<string>().ToList();
        return new LookAlikeReview(
            of,
            StandingOf(of, mark, speaks, tests),
            speaks,
            tests,
            mark,
            mark is { Answer: RuledOut } && SpeaksAfter(mark, speaks),
            FlagsAmong(signs, content, reported),
            signs.Count(s => reported.MarkOf(MarkKind.Sign, s) is null)
        );
    }

    /// <summary>What the person said goes first, then what speaks for it, then whether it was looked at.</summary>
    private static LookAlikeStanding StandingOf(
        LookAlike of,
        Mark? mark,
        List<ClueEvidence> speaks,
        List<TestStanding> tests
    ) =>
        mark?.Answer switch
        {
            RuledOut => LookAlikeStanding.RuledOut,
            "known" => LookAlikeStanding.Known,
            "ask" => LookAlikeStanding.Ask,
            _ when IsWorthAsking(of, speaks) => LookAlikeStanding.Ask,
            _ when tests.Exists(t => t.Had.Count > 0 && of.Telling.Contains(t.Test.Id)) => LookAlikeStanding.Tested,
            _ => LookAlikeStanding.NotLookedAt,
        };

    private static List<SignNow> FlagsAmong(List<string> signs, LookAlikeCatalogue content, ReportedSigns reported) =>
        [.. signs.Select(s => SignNow.Of(content, s, reported)).OfType<SignNow>()];

    private static bool SpeaksAfter(Mark mark, List<ClueEvidence> speaks)
    {
        var ruledOut = PartialDay.EndOf(mark.When) ?? mark.Day;
        return speaks.Exists(s => s.Day > ruledOut);
    }

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
}
