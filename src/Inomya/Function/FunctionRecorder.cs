using Inomya.Journals;
using NodaTime;

namespace Inomya.Function;

/// <summary>Records how activities went on a day.</summary>
public sealed class FunctionRecorder(Journal journal, FunctionShelf shelf)
{
    /// <summary>Last part of the locale key change.KIND.</summary>
    public const string Kind = "function-day";

    /// <summary>What was told of a day, by activity.</summary>
    public async Task<IReadOnlyDictionary<string, FunctionDay>> ToldAsync(
        LocalDate day,
        CancellationToken stop = default
    ) => (await journal.AllAsync<FunctionDay>(stop)).Where(d => d.Day == day).ToDictionary(d => d.Activity);

    /// <summary>The change, not written yet; empty where the journal says the same.</summary>
    /// <param name="answers">
    /// By activity: its way, or null for no answer any more. What is not in it, or not in content, stays as it is.
    /// </param>
    /// <param name="key">The submission's own id.</param>
    public async Task<Draft> DraftAsync(
        LocalDate day,
        IReadOnlyDictionary<string, (string? Way, string Marks)> answers,
        string? key,
        CancellationToken stop = default
    )
    {
        var told = await ToldAsync(day, stop);
        var draft = new Draft(Kind, key, day);
        foreach (var (activity, (way, marks)) in answers.Where(a => shelf.Find(a.Key) is not null))
            Take(draft, told.GetValueOrDefault(activity), Answer(day, activity, way, marks));
        return draft;
    }

    private FunctionDay? Answer(LocalDate day, string activity, string? way, string marks) =>
        way is null || !shelf.Ways.Contains(way)
            ? null
            : new FunctionDay
            {
                Id = FunctionDay.IdOf(day, activity),
                Day = day,
                Activity = activity,
                Way = way,
                Marks = marks,
            };

    private static void Take(Draft draft, FunctionDay? before, FunctionDay? now)
    {
        if ((before?.Way, before?.Marks) == (now?.Way, now?.Marks))
            return;
        if (before is null)
            draft.Add(now!);
        else if (now is null)
            draft.Remove(before);
        else
            draft.Correct(before, now);
    }
}
