using Inomya.Accounts;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Web.Accounts;

/// <summary>Makes the account that a link is good for, and the journal it opens.</summary>
public sealed class NewAccounts(AccountRoom accounts, RunningJournal running, SignInDoor door, PasswordRules rules)
{
    /// <summary>The longest name to sign in with.</summary>
    public const int LongestName = 64;

    /// <summary>The zone of this machine: the person says where they live at the first start.</summary>
    private static string Here => DateTimeZoneProviders.Tzdb.GetSystemDefault().Id;

    /// <summary>What is wrong with a name and a password: the field and the last part of the locale key account.error.WHY.</summary>
    public IEnumerable<(string Field, string Why)> WhyNot(string name, string password)
    {
        if (name.Length is 0 or > LongestName)
            yield return ("name", "name");
        if (rules.WhyNot(password, name) is { } why)
            yield return ("password", "password." + why);
    }

    /// <summary>Makes it, once for each link.</summary>
    /// <param name="language">Of the pages of a new journal.</param>
    /// <returns>Null where the link was taken meanwhile, or the name is.</returns>
    public async Task<Account?> AddAsync(OneTimeLink link, string name, string password, string language)
    {
        var users = await door.UsersAsync();
        var store = await accounts.OpenAsync(CancellationToken.None);
        if (await users.FindByNameAsync(name) is not null || !await store.UseLinkAsync(link, CancellationToken.None))
            return null;
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = name,
            Role = link.Role,
            MayInvite = link.Kind == LinkKind.First || link.Role == AccountRole.Host,
        };
        var (person, isNew, at) = await PersonAsync(link, name, language);
        (account.PersonId, account.AddedAt) = (person, at);
        if ((await users.CreateAsync(account, password)).Succeeded)
        {
            store.Forget();
            return account;
        }
        // somebody took the name at the same moment
        await store.GiveBackAsync(link, CancellationToken.None);
        await DropAsync(isNew ? person : null);
        return null;
    }

    private async Task<(Guid? Person, bool IsNew, Instant At)> PersonAsync(
        OneTimeLink link,
        string name,
        string language
    )
    {
        var (journals, home) = await running.EnterAsync(CancellationToken.None);
        try
        {
            var now = Instant.FromUnixTimeMilliseconds(journals.Clock.GetCurrentInstant().ToUnixTimeMilliseconds());
            if (link.Role != AccountRole.Person)
                return (null, false, now);
            // the journal that is here belongs to whoever makes the first account
            if (link.Kind == LinkKind.First && home != Guid.Empty)
                return (home, false, now);
            return ((await journals.AddPersonAsync(name, Here, language, CancellationToken.None)).Id, true, now);
        }
        finally
        {
            running.Leave();
        }
    }

    /// <summary>Nothing was recorded in it yet.</summary>
    private async Task DropAsync(Guid? person)
    {
        if (person is not { } nobodys)
            return;
        var (journals, _) = await running.EnterAsync(CancellationToken.None);
        try
        {
            await journals.RemovePersonAsync(nobodys, CancellationToken.None);
        }
        finally
        {
            running.Leave();
        }
    }
}
