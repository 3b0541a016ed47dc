using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.LookAlikes;

/// <summary>Holds clues beside what one person recorded.</summary>
internal sealed class ClueReader(LookAlikeCatalogue content, ReportedSigns reported)
{
    /// <summary>The clues that hold. Two about one laboratory test are one: the stronger stays.</summary>
    public List<ClueEvidence> WhatSpeaksFor(LookAlike of) =>
        [
            .. of
                .Clues.Select(EvidenceOf)
                .OfType<ClueEvidence>()
                .OrderByDescending(e => e.Clue.Strong)
                .DistinctBy(e => e.Clue.Lab ?? (object)e.Clue),
        ];

    /// <summary>What was recorded that makes the clue hold; null when it does not, or nobody can tell.</summary>
    private ClueEvidence? EvidenceOf(Clue clue) =>
        clue switch
        {
            { Sign: { } sign } => Sign(clue, sign),
            { Lab: { } test } => Lab(clue, content.Tests[test]),
            { Medicine.Count: > 0 } or { Named.Count: > 0 } => Medicine(clue),
            { Measure: { } measure } => Measure(clue, measure),
            { Score: [var instrument, var rule, var score] } => Score(clue, instrument, rule, score),
            { Age: { } age } => Age(clue, age),
            _ => Story(clue),
        };

    private ClueEvidence? Sign(Clue clue, string sign) =>
        reported.MarkOf(MarkKind.Sign, sign) is { Answer: "yes" } mark ? new ClueEvidence(clue, mark.Day) : null;

    private ClueEvidence? Lab(Clue clue, ConditionTest test) =>
        reported.Labs.Where(r => content.IsOf(test, r)).MaxBy(r => r.Day) is { } newest
        && content.Lies(newest, clue, reported.Person)
            ? new ClueEvidence(clue, newest.Day, newest.Value, Lab: newest)
            : null;

    private ClueEvidence? Medicine(Clue clue) => Taken(clue) is { } name ? new ClueEvidence(clue, Text: name) : null;

    /// <summary>As written, the first medicine of the clue that is taken; null for none.</summary>
    private string? Taken(Clue clue)
    {
        if (clue.Medicine.FirstOrDefault(reported.Medicines.ContainsKey) is { } group)
            return reported.Medicines[group];
        return reported.MedicineNames.FirstOrDefault(name =>
            PlainWords.Of(name) is var written && clue.Named.Exists(n => PlainWords.Contain(written, PlainWords.Of(n)))
        );
    }

    private ClueEvidence? Measure(Clue clue, string measure)
    {
        var days = MeansByDay(measure, clue.Days);
        return days.Count * 2 >= clue.Days && days.Values.Average() is var mean && mean >= clue.AtLeast
            ? new ClueEvidence(clue, days.Keys.Max(), mean)
            : null;
    }

    /// <summary>Of the last days; a day without a record is not there.</summary>
    private Dictionary<LocalDate, double> MeansByDay(string measure, int days)
    {
        var from = reported.Today.PlusDays(1 - days);
        return reported
            .Entries.Where(e => e.Measure == measure && e.Region is null && e.Value is not null && e.Day >= from)
            .GroupBy(e => e.Day, e => e.Value!.Value)
            .ToDictionary(d => d.Key, d => d.Average());
    }

    private ClueEvidence? Score(Clue clue, string instrument, string rule, string score) =>
        reported.Responses.Where(r => r.Completed && r.Instrument == instrument).MaxBy(r => (r.Day, r.Id)) is { } newest
        && QuestionnaireBook.StoredNumber(newest, rule, score) is { } value
        && value >= clue.AtLeast
            ? new ClueEvidence(clue, newest.Day, value, instrument)
            : null;

    private ClueEvidence? Age(Clue clue, int age) =>
        reported.Person.BirthYear is { } born && reported.Today.Year - born >= age ? new ClueEvidence(clue) : null;

    private ClueEvidence? Story(Clue clue)
    {
        var wanted = clue.Story.Select(PlainWords.Of).ToList();
        return reported.Story.FirstOrDefault(i => IsAboutThePerson(i.Kind) && Names(i.Text, wanted)) is { } item
            ? new ClueEvidence(clue, Text: item.Text)
            : null;
    }

    /// <summary>What is the case or was; not what was tried, found in pictures, or makes it better or worse.</summary>
    private static bool IsAboutThePerson(HistoryKind kind) =>
        kind is HistoryKind.Condition or HistoryKind.Family or HistoryKind.Onset or HistoryKind.Cause;

    private static bool Names(string text, List<List<string>> wanted) =>
        PlainWords.Of(text) is var words && wanted.Exists(w => PlainWords.Contain(words, w));
}
