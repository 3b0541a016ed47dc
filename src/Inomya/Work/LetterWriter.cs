using Inomya.Content;
using Inomya.Findings;
using Inomya.Function;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Work;

/// <summary>Puts what was ticked into paragraphs that the person then edits. It reads nothing of the journal but <see cref="LetterDays"/>.</summary>
public sealed class LetterWriter(Words words, WorkShelf shelf, FunctionShelf functions)
{
    /// <summary>Stands between paragraphs.</summary>
    public const string Gap = "\n\n";

    /// <summary>The line that says what a letter is about, and its paragraphs.</summary>
    /// <param name="name">Who writes; empty: not told.</param>
    public (string Title, string Text) Write(LetterQuestion asked, LetterDays days, string name, LocalDate today)
    {
        var form = shelf.FindLetter(asked.Letter)!;
        var window = form.Parts.Contains("window") ? Window(asked, days).ToList() : [];
        var review = words.LongDay(WorkingDay(today.PlusDays(shelf.Rules.ReviewDays)));
        IEnumerable<string> paragraphs =
        [
            words.LongDay(today),
            words["letters.hello"],
            words[KeyOf(form, "opening", window.Count > 0)],
            asked.Diagnosis is { } condition ? words["letters.diagnosis", ("condition", condition)] : "",
            .. form.Parts.Where(p => p != "closing").SelectMany(p => PartOf(p, asked, days)),
            words[KeyOf(form, "closing", window.Count > 0), ("review", review)],
            name,
        ];
        return (
            words[$"work.letter.{form.Id}.subject", ("name", name)].TrimEnd(' ', ':'),
            string.Join(Gap, paragraphs.Where(p => p.Length > 0))
        );
    }

    /// <summary>What speaks of days has other words where none is told.</summary>
    private string KeyOf(LetterForm form, string part, bool tellsDays) =>
        $"work.letter.{form.Id}.{part}" is var key && !tellsDays && words.Has($"{key}.no-days")
            ? $"{key}.no-days"
            : key;

    /// <summary>Nobody meets on a Sunday.</summary>
    private static LocalDate WorkingDay(LocalDate day) =>
        day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? day.Next(IsoDayOfWeek.Monday) : day;

    private IEnumerable<string> PartOf(string part, LetterQuestion asked, LetterDays days) =>
        part switch
        {
            "limitation" => Limits(asked),
            "window" => Window(asked, days),
            "asks" => Asks(asked),
            "frame" => Frame(asked),
            _ => throw new ContentException("work/letters.yaml", $"there is no part '{part}'"),
        };

    private IEnumerable<string> Limits(LetterQuestion asked)
    {
        var ticked = shelf.Limitations.Where(l => asked.Limitations.Contains(l.Id)).ToList();
        if (ticked.Count > 0)
            yield return string.Join(' ', ticked.Select(l => words[$"work.limitation.{l.Id}.letter"]));
    }

    private IEnumerable<string> Window(LetterQuestion asked, LetterDays days)
    {
        var lines = LinesOf(asked, days).ToList();
        if (lines.Count == 0)
            yield break;
        var lead = words["letters.window", ("from", days.From), ("to", days.To), ("days", days.Days)];
        yield return string.Join('\n', [lead, .. lines]);
    }

    private IEnumerable<string> LinesOf(LetterQuestion asked, LetterDays days)
    {
        if (asked.Evidence == LetterEvidence.None)
            yield break;
        foreach (var measure in MeasuresOf(asked).Distinct())
            if (days.Measures.TryGetValue(measure, out var count))
                yield return SentenceOf(count, days.Days);
        foreach (var activity in days.Activities)
            yield return SentenceOf(activity);
    }

    private IEnumerable<string> MeasuresOf(LetterQuestion asked) =>
        asked.Evidence == LetterEvidence.Measures
            ? shelf
                .Limitations.Where(l => asked.Limitations.Contains(l.Id))
                .SelectMany(l => l.Measures)
                .Prepend(shelf.Rules.Function)
            : [shelf.Rules.Function];

    private string SentenceOf(WindowCount count, int days)
    {
        var name = ("measure", (object?)words.NameOf(count.Column.Measure!));
        if (count.Column.Measure!.Kind == MeasureKind.YesNo)
            return words["letters.window.noted", name, ("n", count.Column.Values.Count(v => v == 1)), ("days", days)];
        return words[
            $"letters.window.{GoodWay.Of(count.Column.Measure.Better)}",
            name,
            ("n", count.Now.Recorded),
            ("days", days),
            ("low", Amount(count, count.Now.Low)),
            ("high", Amount(count, count.Now.High))
        ];
    }

    private string Amount(WindowCount count, double value) =>
        words.ValueOf(count.Column.Measure, value, count.Column.Measure!.Scale, count.Column.Measure.Unit);

    private string SentenceOf(FunctionCount count) =>
        words[
            "letters.window.activity",
            ("activity", words[$"function.activity.{count.Activity}"]),
            ("n", count.Answered),
            (
                "ways",
                string.Join(
                    ", ",
                    functions.Ways.Select(w =>
                        words["letters.window.way", ("way", words[$"function.way.{w}"]), ("n", count.ByWay[w])]
                    )
                )
            )
        ];

    private IEnumerable<string> Asks(LetterQuestion asked)
    {
        var ticked = shelf.Accommodations.Where(a => asked.Asks.Contains(a.Id)).ToList();
        if (ticked.Count > 0)
            yield return string.Join(
                '\n',
                [words["letters.asks"], .. ticked.Select(a => $"- {words[$"work.accommodation.{a.Id}"]}")]
            );
    }

    /// <summary>Which part of a law a letter names.</summary>
    private IEnumerable<string> Frame(LetterQuestion asked)
    {
        if (shelf.LawOf(asked.Country) is { } law)
            yield return words[
                $"work.law.{law.Code}.{(asked.Letter is "school" or "university" ? "school" : "frame")}"
            ];
    }
}
