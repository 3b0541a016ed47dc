using Inomya.Journals;
using Inomya.Sleep;
using Inomya.Web.Offline;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Sleep;

/// <summary>Takes the ticks of what was done for better sleep on a day. A part that is not ticked any more is taken out.</summary>
public sealed class HabitForms(PersonJournal person, SleepRules rules) : IKeptForms
{
    public const string Name = "sleep-habits";

    public IReadOnlyCollection<string> Names { get; } = [Name];

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) => "/sleep/plan";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        IsoDay.DayOf(form["day"]) is null
            ? KeptResult.Refused
            : KeptResult.RecordedOrThere(await TakeAsync(form, stop));

    /// <summary>Null when the journal says the same.</summary>
    public Task<Change?> TakeAsync(IFormCollection form, CancellationToken stop = default) =>
        Journal.DecideAsync(() => TakeOnceAsync(form, stop));

    private async Task<Change?> TakeOnceAsync(IFormCollection form, CancellationToken stop)
    {
        var journal = await person.OpenAsync();
        var day = IsoDay.DayOf(form["day"]) is { } sent && sent <= journal.Today ? sent : journal.Today;
        var there = (await journal.AllAsync<SleepHabit>(stop)).Where(h => h.Day == day).ToDictionary(h => h.Part);
        var (seen, ticked) = (form["seen-part"].ToHashSet(), form["part"].ToHashSet());
        var draft = new Draft(Name, form["submission"], day);
        foreach (var part in rules.Parts.Select(p => p.Id))
            if (ticked.Contains(part) && !there.ContainsKey(part))
                draft.Add(HabitOf(day, part));
            else if (!ticked.Contains(part) && seen.Contains(part) && there.TryGetValue(part, out var habit))
                draft.Remove(habit);
        return draft.IsEmpty ? null : await journal.RecordAsync(draft, stop);
    }

    private static SleepHabit HabitOf(LocalDate day, string part) =>
        new()
        {
            Id = SleepHabit.IdOf(day, part),
            Day = day,
            Part = part,
        };
}
