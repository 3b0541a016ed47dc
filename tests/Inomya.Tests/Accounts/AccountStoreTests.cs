using Inomya.Accounts;
using Inomya.Journals;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Accounts;

/// <summary>Accounts, sessions, links and tries on each storage.</summary>
public class AccountStoreTests
{
    public static TheoryData<string> Storages => Storage.Both;

    private static async Task<(AccountStore Accounts, FakeClock Clock, JournalPlace Place)> NewAsync(string storage)
    {
        var place = Storage.NewPlaceAlone(storage);
        var clock = new FakeClock(Storage.Noon);
        await JournalStore.OpenAsync(place, clock);
        return (new AccountStore(AccountPlace.Beside(place), clock), clock, place);
    }

    private static async Task<Account> AddAsync(AccountStore accounts, string name)
    {
        await accounts.ReadyAsync();
        using var users = accounts.Users(new IdentityErrorDescriber());
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString(),
            PersonId = Guid.CreateVersion7(),
        };
        Assert.True((await users.CreateAsync(account, CancellationToken.None)).Succeeded);
        accounts.Forget();
        return account;
    }

    [Fact]
    public async Task At_home_there_is_no_file_until_it_is_needed_and_then_it_is_its_owners_alone()
    {
        var (accounts, _, place) = await NewAsync(Storage.Sqlite);
        var file = Path.Combine(Path.GetDirectoryName(place.File)!, AccountPlace.FileName);
        Assert.Equal(0, await accounts.CountAsync());
        Assert.False(await accounts.HasSeveralAsync());
        Assert.Null(await accounts.WhoAsync(Guid.NewGuid()));
        Assert.Null(await accounts.FindLinkAsync("nothing"));
        Assert.False(File.Exists(file));
        await AddAsync(accounts, "Ana");
        Assert.False(PrivateFile.IsOpenToOthers(file) ?? false);
        // what is in the journal stays as it was
        Assert.Empty(await (await JournalStore.OpenAsync(place, SystemClock.Instance)).PeopleAsync());
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Everyone_signs_in_from_the_second_account_on(string storage)
    {
        var (accounts, clock, place) = await NewAsync(storage);
        Assert.False(await accounts.HasSeveralAsync());
        await AddAsync(accounts, "Ana");
        Assert.False(await accounts.HasSeveralAsync());
        await AddAsync(accounts, "Ben");
        Assert.True(await accounts.HasSeveralAsync());
        Assert.True(await new AccountStore(AccountPlace.Beside(place), clock).HasSeveralAsync());
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_session_is_one_until_it_ends_gets_old_or_the_account_has_another_stamp(string storage)
    {
        var (accounts, clock, _) = await NewAsync(storage);
        var ana = await AddAsync(accounts, "Ana");
        var ben = await AddAsync(accounts, "Ben");
        var session = await accounts.StartAsync(ana, "Firefox, Android", SignInWay.Password);
        Assert.Equal("Ana", (await accounts.WhoAsync(session.Id))?.UserName);
        await accounts.EndAsync(ben.Id, session.Id);
        Assert.NotNull(await accounts.WhoAsync(session.Id));
        await accounts.EndAsync(ana.Id, session.Id);
        Assert.Null(await accounts.WhoAsync(session.Id));

        var (kept, other) = (
            await accounts.StartAsync(ana, "", SignInWay.Passkey),
            await accounts.StartAsync(ana, "", SignInWay.Pairing)
        );
        using (var users = (IUserSecurityStampStore<Account>)accounts.Users(new IdentityErrorDescriber()))
        {
            var now = (await users.FindByIdAsync(ana.Id.ToString(), CancellationToken.None))!;
            await users.SetSecurityStampAsync(now, "another", CancellationToken.None);
            await users.UpdateAsync(now, CancellationToken.None);
            await accounts.KeepAsync(now, kept.Id);
            Assert.Equal([kept.Id], (await accounts.SessionsAsync(now)).Select(s => s.Id));
        }
        Assert.NotNull(await accounts.WhoAsync(kept.Id));
        Assert.Null(await accounts.WhoAsync(other.Id));

        clock.Advance(AccountStore.UnusedFor - Duration.FromDays(1));
        Assert.NotNull(await accounts.WhoAsync(kept.Id));
        clock.Advance(AccountStore.UnusedFor - Duration.FromDays(1));
        Assert.NotNull(await accounts.WhoAsync(kept.Id)); // it was used in between
        clock.Advance(AccountStore.UnusedFor + Duration.FromMinutes(1));
        Assert.Null(await accounts.WhoAsync(kept.Id));

        var long_ = await accounts.StartAsync((await accounts.AllAsync())[0], "", SignInWay.Password);
        for (var used = Duration.Zero; used < AccountStore.LongestFor; used += Duration.FromDays(30))
        {
            Assert.NotNull(await accounts.WhoAsync(long_.Id));
            clock.Advance(Duration.FromDays(30));
        }
        Assert.Null(await accounts.WhoAsync(long_.Id));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Of_many_who_use_one_link_at_once_one_gets_it(string storage)
    {
        var (accounts, _, _) = await NewAsync(storage);
        var secret = await accounts.NewLinkAsync(LinkKind.Invitation, null);
        Assert.Equal(43, secret.Length);
        var link = (await accounts.FindLinkAsync(secret))!;
        Assert.NotEqual(secret, link.Hash);
        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => accounts.UseLinkAsync(link)));
        Assert.Single(used, u => u);
        Assert.Null(await accounts.FindLinkAsync(secret));
        await accounts.GiveBackAsync(link);
        Assert.NotNull(await accounts.FindLinkAsync(secret));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task The_code_for_the_first_account_counts_no_more_once_there_is_one(string storage)
    {
        var (accounts, _, _) = await NewAsync(storage);
        var secret = await accounts.NewLinkAsync(LinkKind.First, null);
        Assert.NotNull(await accounts.FindLinkAsync(secret));
        await AddAsync(accounts, "Ana");
        Assert.Null(await accounts.FindLinkAsync(secret));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Tries_are_counted_by_place_and_by_name_and_a_known_device_by_itself(string storage)
    {
        var (accounts, clock, _) = await NewAsync(storage);
        for (var n = 0; n < AccountStore.MostOfPair; n++)
            Assert.True(await accounts.MayTryAsync("Ana", "one place", isKnown: false));
        Assert.False(await accounts.MayTryAsync("ANA", "one place", isKnown: false));
        Assert.True(await accounts.MayTryAsync("Ana", "another place", isKnown: false));
        Assert.True(await accounts.MayTryAsync("Ben", "one place", isKnown: false));
        await accounts.SucceededAsync("Ana", "one place");
        Assert.True(await accounts.MayTryAsync("Ana", "one place", isKnown: false));

        for (var n = 0; n < AccountStore.MostOfName; n++)
            await accounts.MayTryAsync("Cleo", $"place {n}", isKnown: false);
        Assert.False(await accounts.MayTryAsync("Cleo", "a new place", isKnown: false));
        Assert.True(await accounts.MayTryAsync("Cleo", "her phone", isKnown: true));
        clock.Advance(AccountStore.NameCounts + Duration.FromMinutes(1));
        Assert.True(await accounts.MayTryAsync("Cleo", "a new place", isKnown: false));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task A_journal_that_was_put_back_under_another_id_opens_for_the_same_account(string storage)
    {
        var (accounts, _, _) = await NewAsync(storage);
        var (ana, ben) = (await AddAsync(accounts, "Ana"), await AddAsync(accounts, "Ben"));
        var now = Guid.CreateVersion7();
        await accounts.MoveAsync(ana.PersonId!.Value, now);
        Assert.Equal([now, ben.PersonId], (await accounts.AllAsync()).OrderBy(a => a.UserName).Select(a => a.PersonId));
    }
}
