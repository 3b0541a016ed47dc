using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Checkins;

/// <summary>Turns the answers of a check-in into a change of one day: what is new, what was corrected, what was taken out.</summary>
public static class Checkin
{
    /// <summary>The source of everything typed by the person about a day.</summary>
    public const string Source = "checkin";

    /// <summary>The measure that says that a place hurts, without how much.</summary>
    public const string PainArea = "pain_area";

    /// <summary>A bad day, and nothing else said about it.</summary>
    public static CheckinAnswers BadDay { get; } =
        new() { Values = new Dictionary<Question, double?> { [new("bad_day")] = 1 } };

    /// <summary>What was typed before for a day: what a form shows, and what saving compares with.</summary>
    public static async Task<CheckinAnswers> RecordedAsync(
        Journal journal,
        LocalDate day,
        CancellationToken stop = default
    ) => Recorded(await journal.DayAsync(day, stop));

    /// <inheritdoc cref="RecordedAsync"/>
    public static CheckinAnswers Recorded(DayRead read) =>
        new()
        {
            Values = read
                .Entries.Where(e => e.Source == Source && e.Value is not null)
                .GroupBy(e => new Question(e.Measure, e.Region))
                .ToDictionary(g => g.Key, g => g.Last().Value),
            Intakes = IntakesOf(read, read.Day),
            Note = read.Notes.LastOrDefault(n => n.Source == Source)?.Text,
        };

    /// <summary>The last check-in before the day, not older than <paramref name="days"/>; null when there is none.</summary>
    public static (LocalDate Day, CheckinAnswers Answers)? LastBefore(DayRead read, int days = 7)
    {
        var typed = read.Before.Where(p => p.Source == Source && p.Day >= read.Day.PlusDays(-days)).ToList();
        if (typed.Count == 0)
            return null;
        var last = typed[^1].Day;
        return (
            last,
            new CheckinAnswers
            {
                Values = typed
                    .Where(p => p.Day == last)
                    .GroupBy(p => new Question(p.Measure, p.Region))
                    .ToDictionary(g => g.Key, g => (double?)g.Last().Value),
                Intakes = IntakesOf(read, last),
            }
        );
    }

    /// <summary>What "the same" takes over: ratings, and medicines taken by plan. A note was about that day, and what is taken when needed is told anew.</summary>
    /// <param name="courses">Those of the day that is filled in.</param>
    public static CheckinAnswers SameAs(CheckinAnswers last, IEnumerable<Course> courses)
    {
        var planned = courses.Where(c => !c.AsNeeded).Select(c => c.Id).ToHashSet();
        return new()
        {
            Values = last.Values,
            Intakes = last.Intakes.Where(i => planned.Contains(i.Key)).ToDictionary(),
        };
    }

    /// <summary>What a form changes, where the day may have been changed since the form was made.</summary>
    /// <remarks>
    /// An answer that the person did not touch changes nothing, whatever the day holds now. One that they touched counts, unless someone
    /// else gave another one meanwhile: then both are told and nothing of it is written. Two notes are kept one below the other.
    /// </remarks>
    /// <param name="seen">What the day held when the form was made.</param>
    /// <param name="now">What it holds now.</param>
    /// <param name="given">What the form says.</param>
    public static (CheckinAnswers Answers, IReadOnlyList<Conflict> Conflicts) Merge(
        CheckinAnswers seen,
        CheckinAnswers now,
        CheckinAnswers given
    )
    {
        var conflicts = new List<Conflict>();
        var note = (given.Note ?? "").Trim();
        var (noteSeen, noteNow) = (seen.Note ?? "", now.Note ?? "");
        return (
            new CheckinAnswers
            {
                Values = Touched(seen.Values, now.Values, given.Values, q => conflicts.Add(new(q, null))),
                Intakes = Touched(seen.Intakes, now.Intakes, given.Intakes, c => conflicts.Add(new(null, c))),
                NoteAsked = given.NoteAsked && note != noteSeen && note != noteNow,
                Note =
                    noteNow == noteSeen || noteNow.Length == 0 ? note
                    : note.Length == 0 ? noteNow
                    : $"{noteNow}\n\n{note}",
            },
            conflicts
        );
    }

    private static Dictionary<TKey, TValue?> Touched<TKey, TValue>(
        IReadOnlyDictionary<TKey, TValue?> seen,
        IReadOnlyDictionary<TKey, TValue?> now,
        IReadOnlyDictionary<TKey, TValue?> given,
        Action<TKey> conflict
    )
        where TKey : struct
        where TValue : struct
    {
        var touched = new Dictionary<TKey, TValue?>();
        foreach (var (key, mine) in given)
        {
            var (before, there) = (seen.GetValueOrDefault(key), now.GetValueOrDefault(key));
            if (Nullable.Equals(mine, before))
                continue;
            if (Nullable.Equals(there, before) || Nullable.Equals(there, mine))
                touched[key] = mine;
            else
                conflict(key);
        }
        return touched;
    }

    private static Dictionary<Guid, IntakeStatus?> IntakesOf(DayRead read, LocalDate day) =>
        read
            .Intakes.Where(i => i.Source == Source && i.CourseId is not null && i.Day == day)
            .GroupBy(i => i.CourseId!.Value)
            .ToDictionary(g => g.Key, g => (IntakeStatus?)g.Last().Status);

    /// <summary>The answers that cannot be recorded: off the scale, not plausible, no such measure.</summary>
    public static IReadOnlyList<RefusedAnswer> Refused(CheckinAnswers answers, Func<string, Measure?> measures) =>
        [
            .. from answer in answers.Values
            let value = answer.Value ?? double.NaN
            where answer.Value is not null
            let why = measures(answer.Key.Measure) is { } measure ? measure.Refuses(value) : "no-such-measure"
            where why is not null
            select new RefusedAnswer(answer.Key, value, why),
        ];

    /// <summary>The change that makes a day hold these answers; empty when it does already.</summary>
    /// <param name="key">The submission's own id: the same one sent twice is recorded once.</param>
    /// <param name="kind">"checkin", "bad-day" or "same-as-yesterday".</param>
    /// <exception cref="ArgumentException">An answer is refused; ask <see cref="Refused"/> first.</exception>
    public static async Task<Draft> DraftAsync(
        Journal journal,
        Func<string, Measure?> measures,
        LocalDate day,
        CheckinAnswers answers,
        string? key,
        string kind = "checkin",
        CancellationToken stop = default
    )
    {
        if (Refused(answers, measures) is [var refused, ..])
            throw new ArgumentException($"{refused.Question.Measure}: {refused.Why}", nameof(answers));
        var draft = new Draft(kind, key, day);
        var entries = (await journal.EntriesAsync(day, day, stop))
            .Where(e => e.Source == Source)
            .ToLookup(e => new Question(e.Measure, e.Region));
        foreach (var (question, value) in answers.Values)
            Replace(
                draft,
                [.. entries[question]],
                value is { } v ? EntryOf(measures(question.Measure)!, question, v, day, journal) : null,
                (a, b) => a.Value == b.Value
            );

        var intakes = (await journal.IntakesAsync(day, day, stop))
            .Where(i => i.Source == Source && i.CourseId is not null)
            .ToLookup(i => i.CourseId!.Value);
        var courses = answers.Intakes.Count == 0 ? [] : await journal.AllAsync<Course>(stop);
        foreach (var course in courses.Where(c => answers.Intakes.ContainsKey(c.Id)))
            Replace(
                draft,
                [.. intakes[course.Id]],
                answers.Intakes[course.Id] is { } status ? IntakeOf(course, status, day) : null,
                (a, b) => a.Status == b.Status
            );

        if (answers.NoteAsked)
            Replace(
                draft,
                [.. (await journal.NotesAsync(day, day, stop)).Where(n => n.Source == Source)],
                string.IsNullOrWhiteSpace(answers.Note)
                    ? null
                    : new Note
                    {
                        Id = IdOf(day, "note"),
                        Day = day,
                        Text = answers.Note.Trim(),
                        Source = Source,
                    },
                (a, b) => a.Text == b.Text
            );
        return draft;
    }

    /// <summary>One fact in the place of those there: kept when it is the same, corrected when there is one, added when there is none.</summary>
    private static void Replace<T>(Draft draft, IReadOnlyList<T> there, T? wanted, Func<T, T, bool> same)
        where T : Recorded
    {
        foreach (var extra in wanted is null ? there : there.Skip(1))
            draft.Remove(extra);
        if (wanted is null)
            return;
        if (there.Count == 0)
            draft.Add(wanted);
        else if (!same(there[0], wanted))
            draft.Correct(there[0], wanted);
    }

    private static Entry EntryOf(Measure measure, Question question, double value, LocalDate day, Journal journal) =>
        new()
        {
            Id = IdOf(day, question.Measure, question.Region ?? ""),
            Measure = measure.Id,
            Region = question.Region,
            Value = value,
            Day = day,
            Source = Source,
            Unit = measure.Unit,
            ScaleLow = measure.Scale?.Low,
            ScaleTop = measure.Scale?.Top,
            At = day == journal.Today ? journal.Now : null,
            Zone = day == journal.Today ? journal.Days.ZoneAt(journal.Now).Id : null,
        };

    private static Intake IntakeOf(Course course, IntakeStatus status, LocalDate day) =>
        new()
        {
            Id = IdOf(day, "intake", $"{course.Id}"),
            TreatmentId = course.TreatmentId,
            CourseId = course.Id,
            Day = day,
            Status = status,
            Source = Source,
        };

    /// <summary>What a check-in says of a day is there once, whoever says it.</summary>
    private static Guid IdOf(LocalDate day, string what, string which = "") =>
        Journals.Recorded.ImportId(Source, $"{day:uuuu-MM-dd}", what, which);
}
