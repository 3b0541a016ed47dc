using Inomya.Journals;

namespace Inomya.Web.Programmes;

/// <summary>Whether today is a bad day by what the person said of it: then the two-minute form is what opens.</summary>
internal static class BadDay
{
    private const string Tick = "bad_day";

    /// <summary>Ticked today, or in a flare that goes on. What is not recorded is no bad day.</summary>
    public static async Task<bool> IsAsync(Journal journal, CancellationToken stop)
    {
        var today = journal.Today;
        var entries = await journal.EntriesAsync(today, today, stop);
        return entries.Any(e => e.Measure == Tick && e.Value == 1)
            || (await journal.AllAsync<Flare>(stop)).Any(f => f.Covers(today));
    }
}
