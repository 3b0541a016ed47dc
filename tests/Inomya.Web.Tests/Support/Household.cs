using Inomya.Accounts;
using Inomya.Journals;
using Inomya.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Web.Tests.Support;

/// <summary>Two people with a journal and an account each, on one site that can be reached from elsewhere.</summary>
public sealed class Household : IAsyncDisposable
{
    public const string Password = "four calm words together";

    private Household(Site site, JournalStore store, FakeClock clock) => (Site, Store, Clock) = (site, store, clock);

    public Site Site { get; }

    public JournalStore Store { get; }

    public FakeClock Clock { get; }

    /// <summary>Ana has made the first account, and Ben was invited; each is signed in.</summary>
    public Caller Ana { get; private set; } = null!;

    public Caller Ben { get; private set; } = null!;

    public Guid AnasPerson { get; private set; }

    public Guid BensPerson { get; private set; }

    /// <summary>The accounts, as the site has them.</summary>
    public Task<AccountStore> AccountsAsync() => Site.Services.GetRequiredService<AccountRoom>().OpenAsync();

    /// <summary>Nobody has an account yet.</summary>
    /// <param name="clock">In place of one that stands still: a browser has the clock of this machine.</param>
    /// <param name="place">Where the journals are; a file of its own where none is given.</param>
    public static async Task<Household> EmptyAsync(
        JournalPlace? place = null,
        SignInRule rule = SignInRule.Always,
        string url = "http://127.0.0.1:0",
        bool isDemo = false,
        IClock? clock = null
    )
    {
        var still = new FakeClock(DemoSite.Now);
        var folder = Directory.CreateTempSubdirectory("inomya-household-").FullName;
        var store = await JournalStore.OpenAsync(place ?? JournalPlace.InFolder(folder), clock ?? still);
        var person = isDemo
            ? (await Demo.DemoPerson.CreateAsync(store, new Content.ContentFolder(), "Europe/Madrid")).Person
            : await store.AddPersonAsync("", "Europe/Madrid");
        var site = await Site.StartAsync(
            services => services.AddJournal(store, person.Id),
            folder: folder,
            url: url,
            settings: usual => usual with { SignIn = rule }
        );
        return new Household(site, store, still) { AnasPerson = person.Id };
    }

    /// <param name="isDemo">Ana's journal holds two years of an invented person.</param>
    public static async Task<Household> StartAsync(JournalPlace? place = null, bool isDemo = false)
    {
        var household = await EmptyAsync(place, isDemo: isDemo);
        household.Ana = await household.JoinAsync("Ana", LinkKind.First);
        household.Ben = await household.JoinAsync("Ben", LinkKind.Invitation);
        household.BensPerson = Assert.Single(await household.Store.PeopleAsync(), p => p.Id != household.AnasPerson).Id;
        return household;
    }

    /// <summary>Somebody makes an account in the browser.</summary>
    public async Task<Caller> JoinAsync(string name, LinkKind kind, AccountRole role = AccountRole.Person)
    {
        var caller = new Caller(Site);
        var secret = await (await AccountsAsync()).NewLinkAsync(kind, null, role);
        Assert.Equal(
            "/account",
            (await caller.SendAsync($"/join/{secret}", "join", new { name, password = Password })).To
        );
        return caller;
    }

    /// <summary>Somebody signs in with a password on a device that was never here.</summary>
    public async Task<(Caller Caller, Reply Answer)> SignInAsync(
        string name,
        string password = Password,
        string to = ""
    )
    {
        var caller = new Caller(Site);
        return (caller, await TryAsync(caller, name, password, to));
    }

    public static Task<Reply> TryAsync(Caller caller, string name, string password = Password, string to = "") =>
        caller.SendAsync(
            $"/sign-in?to={Uri.EscapeDataString(to)}",
            "password",
            new
            {
                name,
                password,
                to,
            },
            "/sign-in"
        );

    public Task<Journal> JournalOfAsync(Guid person) => Store.OfAsync(person);

    public async ValueTask DisposeAsync()
    {
        Ana?.Dispose();
        Ben?.Dispose();
        await Site.DisposeAsync();
    }
}
