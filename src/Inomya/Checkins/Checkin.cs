using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Checkins;

/// <summary>
/// Turns the answers of a check-in into a change of one day: what is new, what was corrected, what was taken out.
/// </summary>
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

    /// <summary>
    /// The last check-in before the day, not older than <paramref name="days"/>; null when there is none.
    /// </summary>
    public static (LocalDate Day, CheckinAnswers Answers)? LastBefore(DayRead read, int days = 7)
    {
        var typed = read.Before.Where(p => p.Source == Source && p.Day >= read.Day.PlusDays(-days)).ToList();
        return typed.Count == 0 ? null : (typed[^1].Day, AnswersOn(typed[^1].Day, typed, read));
    }

    private static CheckinAnswers AnswersOn(LocalDate day, List<PastValue> typed, DayRead read) =>
        new()
        {
            Values = typed
                .Where(p => p.Day == day)
                .GroupBy(p => new Question(p.Measure, p.Region))
                .ToDictionary(g => g.Key, g => (double?)g.Last().Value),
            Intakes = IntakesOf(read, day),
        };

    /// <summary>
    /// What "the same" takes over: ratings, and medicines taken by plan. A note was about that day, and what is taken
    /// when needed is told anew.
    /// </summary>
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
    /// An answer that the person did not touch changes nothing, whatever the day holds now. One that they touched
    /// counts, unless someone else gave another one meanwhile: then both are told and nothing of it is written. Two
    /// notes are kept one below the other.
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
        var merged = new CheckinAnswers
        {
            Values = Touched(seen.Values, now.Values, given.Values, q => conflicts.Add(new(q, null))),
            Intakes = Touched(seen.Intakes, now.Intakes, given.Intakes, c => conflicts.Add(new(null, c))),
            NoteAsked = given.NoteAsked && note != noteSeen && note != noteNow,
            Note = MergedNote(noteSeen, noteNow, note),
        };
        return (merged, conflicts);
    }

    private static string MergedNote(string seen, string now, string given) =>
        now == seen || now.Length == 0 ? given
        : given.Length == 0 ? now
        : $"{now}\n\n{given}";

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
            if (there.Equals(before) || there.Equals(mine))
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
            let why = measures(answer.Key.Measure) is { } measure ? measure.Refuses(value) : RefusalReason.NoSuchMeasure
            where why is not null
            select new RefusedAnswer(answer.Key, value, why.Value),
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
        ThrowIfRefused(answers, measures);
        var draft = new Draft(kind, key, day);
        var change = new CheckinChange(journal, day, draft);
        await change.SetValuesAsync(answers.Values, measures, stop);
        await change.SetIntakesAsync(answers.Intakes, stop);
        if (answers.NoteAsked)
            await change.SetNoteAsync(answers.Note, stop);
        return draft;
    }

    private static void ThrowIfRefused(CheckinAnswers answers, Func<string, Measure?> measures)
    {
        if (Refused(answers, measures) is [var refused, ..])
            throw new ArgumentException($"{refused.Question.Measure}: {refused.Why}", nameof(answers));
    }

    /// <summary>A value of a measure on a day, with the scale and unit that the measure has now.</summary>
    internal static Entry EntryOf(Measure measure, double value, LocalDate day, string source) =>
        new()
        {
            Measure = measure.Id,
            Value = value,
            Unit = measure.Unit,
            ScaleLow = measure.Scale?.Low,
            ScaleTop = measure.Scale?.Top,
            Day = day,
            Source = source,
        };
}
