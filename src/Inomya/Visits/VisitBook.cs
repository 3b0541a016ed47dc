using Inomya.Journals;
using NodaTime;

namespace Inomya.Visits;

/// <summary>Visits to come and past ones, with what was prepared and agreed.</summary>
public sealed class VisitBook(Journal journal)
{
    /// <summary>What stands in an address for the visit that comes.</summary>
    public const string Next = "next";

    /// <summary>By day and time.</summary>
    public async Task<IReadOnlyList<Visit>> AllAsync(CancellationToken stop = default)
    {
        var notes = (await journal.AllAsync<VisitNotes>(stop)).ToDictionary(n => n.AppointmentId);
        var agreed = (await journal.AllAsync<Agreement>(stop)).ToLookup(a => a.AppointmentId);
        return
        [
            .. (await journal.AllAsync<Appointment>(stop))
                .OrderBy(a => a.Day)
                .ThenBy(a => a.Time)
                .Select(a => new Visit(a, notes.GetValueOrDefault(a.Id), [.. agreed[a.Id]])),
        ];
    }

    /// <summary>One of today stays a visit to come until midnight where the person is.</summary>
    public bool IsComing(Visit visit) => visit.Appointment.Day >= CalendarDay;

    public LocalDate CalendarDay => journal.Now.InZone(journal.Days.ZoneAt(journal.Now)).Date;

    /// <param name="id">Of the appointment, or <see cref="Next"/> for the one that comes.</param>
    /// <returns>Null where there is none.</returns>
    public async Task<Visit?> FindAsync(string id, CancellationToken stop = default)
    {
        var all = await AllAsync(stop);
        return id == Next ? all.FirstOrDefault(IsComing)
            : Guid.TryParse(id, out var known) ? all.FirstOrDefault(v => v.Id == known)
            : null;
    }

    /// <summary>Notes what was prepared. Only what differs makes a change.</summary>
    /// <param name="edit">From what is noted, or nothing yet, to what shall be.</param>
    /// <returns>Null when the journal says the same already, or the visit is gone.</returns>
    public Task<Change?> NoteAsync(
        Guid appointment,
        Func<VisitNotes, VisitNotes> edit,
        string? key,
        CancellationToken stop = default
    ) =>
        Journal.DecideAsync(async () =>
        {
            if (await journal.FindAsync<Appointment>(appointment, stop) is null)
                return null;
            var draft = new Draft("visit", key, journal.Today);
            await AddAsync(draft, appointment, edit, stop);
            return draft.IsEmpty ? null : await journal.RecordAsync(draft, stop);
        });

    /// <summary>The same as part of another change.</summary>
    internal async Task AddAsync(
        Draft draft,
        Guid appointment,
        Func<VisitNotes, VisitNotes> edit,
        CancellationToken stop
    )
    {
        var id = VisitNotes.IdOf(appointment);
        var before = await journal.FindAsync<VisitNotes>(id, stop);
        var empty = new VisitNotes { Id = id, AppointmentId = appointment };
        var after = edit(before ?? empty);
        if (before is null && after != empty)
            draft.Add(after);
        else if (before is not null && after != before)
            draft.Correct(before, after);
    }
}
