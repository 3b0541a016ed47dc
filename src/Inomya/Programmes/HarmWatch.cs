using Inomya.Journals;

namespace Inomya.Programmes;

/// <summary>Sees what should make a programme rest: worse mood, thoughts of death, crashes after effort, sleepiness.</summary>
/// <remarks>
/// Only what was recorded after the person enrolled, or after they last went on, counts: what they knew then is not
/// told twice. A worse mood is one against the last answer that was known then. What is dated on a day to come, as after
/// a clock was set back, does not count yet.
/// </remarks>
internal static class HarmWatch
{
    /// <summary>The first rule that holds; null when none does, and for a programme that has ended.</summary>
    public static async Task<HarmSeen?> SeenAsync(
        Journal journal,
        Enrolment enrolment,
        HarmSources sources,
        GateEvidence evidence,
        CancellationToken stop
    )
    {
        if (enrolment.EndedOn is not null)
            return null;
        var since = await KnownUpToAsync(journal, enrolment, stop);
        return sources
            .Rules.Watch.Select(rule => Seen(rule, sources.Gates, evidence, since))
            .FirstOrDefault(s => s is not null);
    }

    /// <summary>The change by which the person enrolled or last went on after a rest.</summary>
    private static async Task<Guid> KnownUpToAsync(Journal journal, Enrolment enrolment, CancellationToken stop)
    {
        var versions = await journal.VersionsAsync<Enrolment>(enrolment.Id, stop);
        var known = versions[0].ChangeId;
        foreach (var (before, after) in versions.Zip(versions.Skip(1)))
            if (before.PausedOn is not null && after.PausedOn is null || after.DaysPaused > before.DaysPaused)
                known = after.ChangeId;
        return known;
    }

    private static HarmSeen? Seen(HarmRule rule, Gates gates, GateEvidence evidence, Guid since)
    {
        foreach (var signal in rule.Signals)
            if (
                evidence.FactOf(gates.Signals.Find(s => s.Id == signal)!, since) is var (fact, day)
                && IsAfter(fact, since)
            )
                return new HarmSeen(rule, signal, day);
        return
            evidence.AnswerTo(gates.Find(rule.Gate)!) is { Yes: true } answer
            && IsAfter(answer, since)
            && evidence.HasCome(answer.Day)
            ? new HarmSeen(rule, null, answer.Day)
            : null;
    }

    /// <summary>Changes are named in the order in which they were made.</summary>
    private static bool IsAfter(Recorded fact, Guid change) => fact.ChangeId.CompareTo(change) > 0;
}
