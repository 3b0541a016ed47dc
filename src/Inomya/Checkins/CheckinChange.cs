using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Checkins;

/// <summary>Writes into a draft what makes a day hold given answers: nothing for what it holds already.</summary>
internal sealed class CheckinChange(Journal journal, LocalDate day, Draft draft)
{
    public async Task SetValuesAsync(
        IReadOnlyDictionary<Question, double?> values,
        Func<string, Measure?> measures,
        CancellationToken stop
    )
    {
        var there = await EntriesThereAsync(stop);
        foreach (var (question, value) in values)
        {
            var wanted = value is { } v ? EntryOf(measures(question.Measure)!, question, v) : null;
            Replace([.. there[question]], wanted, (a, b) => a.Value == b.Value);
        }
    }

    public async Task SetIntakesAsync(IReadOnlyDictionary<Guid, IntakeStatus?> statuses, CancellationToken stop)
    {
        var there = await IntakesThereAsync(stop);
        foreach (var course in await CoursesAsync(statuses, stop))
        {
            var wanted = statuses[course.Id] is { } status ? IntakeOf(course, status) : null;
            Replace([.. there[course.Id]], wanted, (a, b) => a.Status == b.Status);
        }
    }

    public async Task SetNoteAsync(string? text, CancellationToken stop)
    {
        var there = (await journal.NotesAsync(day, day, stop)).Where(n => n.Source == Checkin.Source);
        Replace([.. there], string.IsNullOrWhiteSpace(text) ? null : NoteOf(text), (a, b) => a.Text == b.Text);
    }

    private async Task<ILookup<Question, Entry>> EntriesThereAsync(CancellationToken stop) =>
        (await journal.EntriesAsync(day, day, stop))
            .Where(e => e.Source == Checkin.Source)
            .ToLookup(e => new Question(e.Measure, e.Region));

    private async Task<ILookup<Guid, Intake>> IntakesThereAsync(CancellationToken stop) =>
        (await journal.IntakesAsync(day, day, stop))
            .Where(i => i.Source == Checkin.Source && i.CourseId is not null)
            .ToLookup(i => i.CourseId!.Value);

    private async Task<IEnumerable<Course>> CoursesAsync(
        IReadOnlyDictionary<Guid, IntakeStatus?> asked,
        CancellationToken stop
    ) => asked.Count == 0 ? [] : (await journal.AllAsync<Course>(stop)).Where(c => asked.ContainsKey(c.Id));

    /// <summary>
    /// One fact in the place of those there: kept when it is the same, corrected when there is one, added when there is
    /// none.
    /// </summary>
    private void Replace<T>(IReadOnlyList<T> there, T? wanted, Func<T, T, bool> same)
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

    private Entry EntryOf(Measure measure, Question question, double value)
    {
        Instant? at = day == journal.Today ? journal.Now : null;
        return Checkin.EntryOf(measure, value, day, Checkin.Source) with
        {
            Id = IdOf(question.Measure, question.Region ?? ""),
            Region = question.Region,
            At = at,
            Zone = at is { } now ? journal.Days.ZoneAt(now).Id : null,
        };
    }

    private Intake IntakeOf(Course course, IntakeStatus status) =>
        new()
        {
            Id = IdOf("intake", $"{course.Id}"),
            TreatmentId = course.TreatmentId,
            CourseId = course.Id,
            Day = day,
            Status = status,
            Source = Checkin.Source,
        };

    private Note NoteOf(string text) =>
        new()
        {
            Id = IdOf("note"),
            Day = day,
            Text = text.Trim(),
            Source = Checkin.Source,
        };

    /// <summary>What a check-in says of a day is there once, whoever says it.</summary>
    private Guid IdOf(string what, string which = "") =>
        Recorded.ImportId(Checkin.Source, $"{day:uuuu-MM-dd}", what, which);
}
