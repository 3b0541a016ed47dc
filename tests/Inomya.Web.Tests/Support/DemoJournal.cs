using Inomya.Content;
using Inomya.Demo;
using Inomya.Journals;
using Inomya.Web;
using Inomya.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

[assembly: AssemblyFixture(typeof(DemoJournal))]

namespace Inomya.Web.Tests.Support;

/// <summary>The invented person's journal, made once for all tests; a test that writes takes a new one.</summary>
public sealed class DemoJournal : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("inomya-web-").FullName;

    public JournalStore Store { get; private set; } = null!;
    public Guid Person { get; private set; }

    /// <summary>Services of a site on the shared journal: for pages that are only looked at.</summary>
    public Action<IServiceCollection> Services => services => services.AddJournal(Store, Person);

    public async ValueTask InitializeAsync()
    {
        Store = await JournalStore.OpenAsync(JournalPlace.InFolder(_folder), SystemClock.Instance);
        Person = (await DemoPerson.CreateAsync(Store, new ContentFolder(), "Europe/Madrid")).Person.Id;
    }

    /// <summary>A journal of its own for one test.</summary>
    /// <param name="empty">Without the two years.</param>
    public static async Task<Journal> NewAsync(bool empty = false)
    {
        var folder = Directory.CreateTempSubdirectory("inomya-web-").FullName;
        var store = await JournalStore.OpenAsync(JournalPlace.InFolder(folder), SystemClock.Instance);
        return empty
            ? await store.OfAsync((await store.AddPersonAsync("Ana", "Europe/Madrid")).Id)
            : await DemoPerson.CreateAsync(store, new ContentFolder(), "Europe/Madrid");
    }

    public ValueTask DisposeAsync()
    {
        JournalPlace.CloseFiles();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
