using Inomya.Journals;
using NodaTime;

namespace Inomya.FirstWeeks;

/// <summary>Which small step a person may take today, in the first weeks of their journal.</summary>
public static class FirstWeek
{
    private const string Answered = "response:";

    /// <summary>The day of the journal that a day is; the day on which the person was added is the first.</summary>
    public static int DayOf(Journal journal, LocalDate day) => Period.DaysBetween(BeganOn(journal), day) + 1;

    /// <summary>The step of today: the first that has come and was neither done nor put off.</summary>
    /// <returns>
    /// Null after the first weeks, when all that have come are done, and for the rest of a day on which one was put off:
    /// nobody is asked twice.
    /// </returns>
    public static async Task<FirstStep?> TodayAsync(
        Journal journal,
        FirstSteps steps,
        StepNotes notes,
        CancellationToken stop = default
    )
    {
        var (today, day) = (journal.Today, DayOf(journal, journal.Today));
        if (day < 1 || day > steps.Days || notes.Days.ContainsValue(today))
            return null;
        foreach (var step in steps.Steps.Where(s => s.FromDay <= day && !notes.Days.ContainsKey(s.Id)))
            if (!await IsDoneAsync(journal, step, stop))
                return step;
        return null;
    }

    /// <summary>Does the journal show that a step was done?</summary>
    private static async Task<bool> IsDoneAsync(Journal journal, FirstStep step, CancellationToken stop) =>
        step.Done switch
        {
            "treatment" => await HasAsync<Treatment>(journal, stop),
            "flare-plan" => await HasAsync<FlarePlan>(journal, stop),
            "appointment" => await HasAsync<Appointment>(journal, stop),
            "history" => await HasHistoryAsync(journal, isCondition: false, stop),
            "condition" => await HasAsync<Allergy>(journal, stop)
                || await HasHistoryAsync(journal, isCondition: true, stop),
            "pain-area" => (await journal.EntriesAsync(BeganOn(journal), journal.Today, stop)).Any(e =>
                e.Region is not null
            ),
            var response when response.StartsWith(Answered, StringComparison.Ordinal) => (
                await journal.AllAsync<Response>(stop)
            ).Any(r => r.Completed && r.Instrument == response[Answered.Length..]),
            _ => false,
        };

    private static async Task<bool> HasAsync<T>(Journal journal, CancellationToken stop)
        where T : Recorded => (await journal.AllAsync<T>(stop)).Count > 0;

    /// <summary>A condition that was ticked for the medicine check is no story of how it began, and the other way round.</summary>
    private static async Task<bool> HasHistoryAsync(Journal journal, bool isCondition, CancellationToken stop) =>
        (await journal.AllAsync<HistoryItem>(stop)).Any(h => (h.Kind == HistoryKind.Condition) == isCondition);

    private static LocalDate BeganOn(Journal journal) => journal.Days.DayOf(journal.Person.AddedAt);
}
