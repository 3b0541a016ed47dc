using System.Collections.Concurrent;
using Inomya.Content;
using Inomya.Demo;
using Inomya.Journals;
using Inomya.Web.Tests.Support;
using NodaTime;
using NodaTime.Testing;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace Inomya.Web.Tests.Support;

/// <summary>
/// The web app on the journal of the invented person, as <c>inomya demo</c> shows it on a fixed day. Shared: tests only
/// read it.
/// </summary>
/// <remarks>A test that records something takes a site of its own from <see cref="StartOwnAsync"/>.</remarks>
public sealed class DemoSite : IAsyncDisposable
{
    /// <summary>Noon of the day that is "today" in every test.</summary>
    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 22, 12, 0);

    private readonly Lazy<Task<Site>> _shared = new(() => StartOwnAsync());

    public Task<Site> StartAsync() => _shared.Value;

    /// <summary>The journal of the invented person in each language, written once and copied for every site.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Written = new();

    /// <summary>A site on a journal that no other test sees.</summary>
    /// <param name="language">What the invented person writes in.</param>
    public static async Task<Site> StartOwnAsync(string language = Words.Fallback)
    {
        var file = await Written.GetOrAdd(language, l => new(() => WriteAsync(l))).Value;
        var folder = Directory.CreateTempSubdirectory("inomya-web-tests-").FullName;
        var place = JournalPlace.InFolder(folder);
        File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var store = await JournalStore.OpenAsync(place, new FakeClock(Now));
        var person = Assert.Single(await store.PeopleAsync());
        return await Site.StartAsync(services => services.AddJournal(store, person.Id), folder: folder);
    }

    private static async Task<string> WriteAsync(string language)
    {
        var folder = Directory.CreateTempSubdirectory("inomya-web-demo-").FullName;
        var store = await JournalStore.OpenAsync(JournalPlace.InFolder(folder), new FakeClock(Now));
        await DemoPerson.CreateAsync(store, new ContentFolder(), "Europe/Madrid", language);
        JournalPlace.CloseFiles();
        return Assert.Single(Directory.GetFiles(folder, "*.db"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_shared.IsValueCreated)
            await (await _shared.Value).DisposeAsync();
    }
}
