using Inomya.Journals;
using NodaTime;

namespace Inomya.Experiments;

/// <summary>Whether the days of an experiment went as its plan said.</summary>
public static class AdherenceDays
{
    /// <summary>By day; a day that is not there was not recorded.</summary>
    public static async Task<IReadOnlyDictionary<LocalDate, Adherence>> OfAsync(
        Journal journal,
        Guid experiment,
        CancellationToken stop = default
    ) =>
        (await journal.AllAsync<ExperimentDay>(stop))
            .Where(d => d.ExperimentId == experiment)
            .GroupBy(d => d.Day)
            .ToDictionary(g => g.Key, g => g.Last().Adherence);

    /// <summary>Records whether a day went as the plan said; null takes it back.</summary>
    /// <returns>The change; null when there was nothing to change.</returns>
    internal static async Task<Change?> KeepAsync(
        Journal journal,
        Guid experiment,
        LocalDate day,
        Adherence? kept,
        string? submission,
        CancellationToken stop = default
    )
    {
        var before = (await journal.AllAsync<ExperimentDay>(stop)).FirstOrDefault(d =>
            d.ExperimentId == experiment && d.Day == day
        );
        if (before?.Adherence == kept)
            return null;
        var draft = new Draft("experiment-day", submission, day);
        if (kept is { } how)
            Set(draft, before, DayOf(experiment, day, how));
        else if (before is not null)
            draft.Remove(before);
        return await journal.RecordAsync(draft, stop);
    }

    private static void Set(Draft draft, ExperimentDay? before, ExperimentDay now)
    {
        if (before is null)
            draft.Add(now);
        else
            draft.Correct(before, before with { Adherence = now.Adherence });
    }

    private static ExperimentDay DayOf(Guid experiment, LocalDate day, Adherence how) =>
        new()
        {
            Id = Recorded.ImportId("experiment-day", $"{experiment}", $"{day:uuuu-MM-dd}"),
            ExperimentId = experiment,
            Day = day,
            Adherence = how,
        };
}
