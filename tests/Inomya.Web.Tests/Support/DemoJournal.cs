using Inomya.Content;
using Inomya.Demo;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Web.Tests.Support;

/// <summary>A journal of its own for a test that writes.</summary>
public static class DemoJournal
{
    /// <param name="empty">Without the two years of the invented person.</param>
    /// <param name="clock">In place of this machine's.</param>
    public static async Task<Journal> NewAsync(bool empty = false, IClock? clock = null)
    {
        var folder = Directory.CreateTempSubdirectory("inomya-web-").FullName;
        var store = await JournalStore.OpenAsync(JournalPlace.InFolder(folder), clock ?? SystemClock.Instance);
        return empty
            ? await store.OfAsync((await store.AddPersonAsync("Ana", "Europe/Madrid")).Id)
            : await DemoPerson.CreateAsync(store, new ContentFolder(), "Europe/Madrid");
    }
}
