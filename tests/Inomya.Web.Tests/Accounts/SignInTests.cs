using System.Net;
using Inomya.Accounts;
using Inomya.Web.Accounts;
using Inomya.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Inomya.Web.Tests.Accounts;

/// <summary>Signing in and out, and what keeps others from doing so, without a script and through the real pages.</summary>
public class SignInTests
{
    private const string Wrong = "do not fit",
        Wait = "tried too often";

    [Fact]
    public async Task At_home_nobody_signs_in_until_there_is_a_second_account_and_then_everyone_does()
    {
        await using var home = await Household.EmptyAsync(rule: SignInRule.WhenSeveral);
        using var owner = new Caller(home.Site);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/you")).Status);
        var made = await owner.SendAsync("/account", "first");
        Assert.StartsWith("/join/", made.To, StringComparison.Ordinal);
        await owner.SendAsync(made.To, "join", new { name = "Ana", password = Household.Password });
        // one account: nobody else needs it yet
        using var other = new Caller(home.Site);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/you")).Status);

        var invited = (await owner.SendAsync("/account/invite", "show")).Page;
        var link = System.Text.RegularExpressions.Regex.Match(invited, "/join/[A-Za-z0-9_-]{43}").Value;
        using var second = new Caller(home.Site);
        Assert.Equal(
            "/account",
            (await second.SendAsync(link, "join", new { name = "Ben", password = Household.Password })).To
        );
        Assert.Equal("/sign-in?to=%2Fyou", (await other.GetAsync("/you")).To);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/you")).Status);
        var (anas, bens) = ((await owner.GetAsync("/you")).Whose, (await second.GetAsync("/you")).Whose);
        Assert.Equal(AccountRoom.TagOf(home.AnasPerson), anas);
        Assert.NotEqual(anas, bens);
    }

    [Fact]
    public async Task Before_the_first_account_there_is_no_door_but_the_code_and_it_counts_once()
    {
        await using var home = await Household.EmptyAsync();
        using var caller = new Caller(home.Site);
        Assert.StartsWith("/sign-in", (await caller.GetAsync("/")).To, StringComparison.Ordinal);
        Assert.DoesNotContain("Make my account", (await caller.GetAsync("/sign-in")).Page, StringComparison.Ordinal);
        Assert.Contains(
            "does not count",
            (await caller.GetAsync($"/join/{new string('A', 43)}")).Page,
            StringComparison.Ordinal
        );
        var accounts = await home.AccountsAsync();
        var old = await accounts.NewLinkAsync(LinkKind.First, null);
        var code = await accounts.NewLinkAsync(LinkKind.First, null);
        Assert.Contains("does not count", (await caller.GetAsync($"/join?code={old}")).Page, StringComparison.Ordinal);
        var page = (await caller.GetAsync($"/join?code={code}")).Page;
        Assert.Contains("first account", page, StringComparison.Ordinal);
        using var late = new Caller(home.Site);
        var latePage = (await late.GetAsync($"/join/{code}")).Page;
        Assert.Equal(
            "/account",
            (
                await caller.PostAsync(
                    $"/join/{code}",
                    page,
                    "join",
                    new { name = "Ana", password = Household.Password }
                )
            ).To
        );
        Assert.Contains(
            "does not count",
            (
                await late.PostAsync(
                    $"/join/{code}",
                    latePage,
                    "join",
                    new { name = "Eve", password = Household.Password }
                )
            ).Page,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await accounts.CountAsync());
        // the account opens the journal that was here
        Assert.Equal(AccountRoom.TagOf(home.AnasPerson), (await caller.GetAsync("/you")).Whose);
    }

    [Fact]
    public async Task An_invitation_counts_for_a_week_and_once()
    {
        await using var home = await Household.StartAsync();
        var accounts = await home.AccountsAsync();
        var secret = await accounts.NewLinkAsync(LinkKind.Invitation, null);
        home.Clock.Advance(AccountStore.InvitationLasts - Duration.FromMinutes(1));
        using var caller = new Caller(home.Site);
        Assert.Contains(
            "a journal of your own",
            (await caller.GetAsync($"/join/{secret}")).Page,
            StringComparison.Ordinal
        );
        home.Clock.AdvanceMinutes(2);
        Assert.Contains("does not count", (await caller.GetAsync($"/join/{secret}")).Page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "name=\"password\"",
            (await caller.GetAsync($"/join/{secret}")).Page,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", Household.Password, "1 to 64 letters")]
    [InlineData("Cleo", "short one", "too short")]
    [InlineData("Cleo", "passwordpassword", "Many people use")]
    [InlineData("Cleopatra", "cleopatra2026!", "Your name is in")]
    public async Task A_name_or_password_that_will_not_do_is_told_why_and_the_link_still_counts(
        string name,
        string password,
        string why
    )
    {
        await using var home = await Household.StartAsync();
        var secret = await (await home.AccountsAsync()).NewLinkAsync(LinkKind.Invitation, null);
        using var caller = new Caller(home.Site);
        Assert.Contains(
            why,
            (await caller.SendAsync($"/join/{secret}", "join", new { name, password })).Page,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "/account",
            (await caller.SendAsync($"/join/{secret}", "join", new { name = "Dora", password = Household.Password })).To
        );
    }

    [Fact]
    public async Task A_wrong_password_and_a_name_that_is_not_there_are_told_the_same()
    {
        await using var home = await Household.StartAsync();
        var (_, wrong) = await home.SignInAsync("Ana", "four other words here");
        var (_, nobody) = await home.SignInAsync("Nobody", "four other words here");
        Assert.Contains(Wrong, wrong.Page, StringComparison.Ordinal);
        Assert.Equal(Bare(wrong.Page, "Ana"), Bare(nobody.Page, "Nobody"));
        Assert.Equal(wrong.Status, nobody.Status);
    }

    /// <summary>Without what was typed and the token of the form.</summary>
    private static string Bare(string page, string name) =>
        System.Text.RegularExpressions.Regex.Replace(
            page.Replace(name, "", StringComparison.Ordinal),
            "name=\"__RequestVerificationToken\" value=\"[^\"]*\"",
            ""
        );

    [Theory]
    [InlineData("/days?from=x", "/days?from=x")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/\tevil", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task The_way_on_leads_to_this_app_alone(string to, string leads)
    {
        await using var home = await Household.StartAsync();
        var (caller, answer) = await home.SignInAsync("Ana", to: to);
        using var _ = caller;
        Assert.Equal(leads, answer.To);
    }

    [Fact]
    public async Task Whoever_guesses_locks_out_nobody_but_themselves()
    {
        await using var home = await Household.StartAsync();
        using var guesser = new Caller(home.Site);
        for (var n = 0; n < AccountStore.MostOfPair; n++)
            Assert.Contains(
                Wrong,
                (await Household.TryAsync(guesser, "Ana", $"a guess of mine {n}")).Page,
                StringComparison.Ordinal
            );
        Assert.Contains(
            Wait,
            (await Household.TryAsync(guesser, "Ana", "one guess more now")).Page,
            StringComparison.Ordinal
        );
        // also with the right one, so that guessing tells nothing
        Assert.Contains(Wait, (await Household.TryAsync(guesser, "Ana")).Page, StringComparison.Ordinal);
        // Ana's own device has been signed in on before, at the same address
        await home.Ana.SendAsync("/account", "", action: "/sign-out");
        Assert.Equal("/", (await Household.TryAsync(home.Ana, "Ana")).To);
        // others, from the same address
        Assert.Equal("/", (await home.SignInAsync("Ben")).Answer.To);
        home.Clock.Advance(AccountStore.PairCounts);
        Assert.Equal("/", (await Household.TryAsync(guesser, "Ana")).To);
    }

    [Fact]
    public async Task Guesses_sent_at_once_are_all_counted()
    {
        await using var home = await Household.StartAsync();
        using var guesser = new Caller(home.Site);
        var page = (await guesser.GetAsync("/sign-in")).Page;
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 3 * AccountStore.MostOfPair)
                .Select(n =>
                    guesser.PostAsync(
                        "/sign-in",
                        page,
                        "password",
                        new
                        {
                            name = "Ana",
                            password = $"many at once {n}",
                            to = "/",
                        }
                    )
                )
        );
        Assert.InRange(
            answers.Count(a => a.Page.Contains(Wrong, StringComparison.Ordinal)),
            0,
            AccountStore.MostOfPair
        );
    }

    [Fact]
    public async Task A_device_that_is_signed_out_elsewhere_is_out_at_once()
    {
        await using var home = await Household.StartAsync();
        var (phone, _) = await home.SignInAsync("Ana");
        using var _ = phone;
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/you")).Status);
        var page = (await home.Ana.GetAsync("/account")).Page;
        var accounts = await home.AccountsAsync();
        var ana = (await accounts.AllAsync()).Single(a => a.UserName == "Ana");
        Assert.Equal(2, (await accounts.SessionsAsync(ana)).Count);
        // Ben cannot end it
        var row = (await accounts.SessionsAsync(ana)).OrderBy(s => s.Since).Last().Id.ToString();
        await home.Ben.SendAsync("/account", "end", new { row });
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/you")).Status);
        await home.Ana.PostAsync("/account", page, "end", new { row });
        Assert.StartsWith("/sign-in", (await phone.GetAsync("/you")).To, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await home.Ana.GetAsync("/you")).Status);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_this_device_the_others_and_the_links_for_more()
    {
        await using var home = await Household.StartAsync();
        var (phone, _) = await home.SignInAsync("Ana");
        using var _ = phone;
        var link = LinkIn((await home.Ana.SendAsync("/account/pair", "show")).Page);
        Assert.Equal("/sign-in", (await phone.SendAsync("/account", "end-all")).To);
        foreach (var caller in (Caller[])[phone, home.Ana])
            Assert.StartsWith("/sign-in", (await caller.GetAsync("/you")).To, StringComparison.Ordinal);
        Assert.Contains("does not count", (await phone.GetAsync(link)).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await home.Ben.GetAsync("/you")).Status);
    }

    [Fact]
    public async Task A_cookie_that_was_copied_is_worth_nothing_after_signing_out()
    {
        await using var home = await Household.StartAsync();
        var cookie = home.Ana.Cookies.Single(c => c.Name == "inomya-account");
        Assert.True(cookie.HttpOnly);
        using var thief = new HttpRequestMessage(HttpMethod.Get, "/you")
        {
            Headers = { { "Cookie", $"{cookie.Name}={cookie.Value}" } },
        };
        using var again = new HttpRequestMessage(HttpMethod.Get, "/you")
        {
            Headers = { { "Cookie", $"{cookie.Name}={cookie.Value}" } },
        };
        Assert.Equal(HttpStatusCode.OK, (await home.Site.Http.SendAsync(thief)).StatusCode);
        var left = await home.Ana.SendAsync("/account", "", action: "/sign-out");
        Assert.Equal(("/sign-in", SessionCheck.Nobody), (left.To, left.Whose));
        Assert.Equal(HttpStatusCode.Redirect, (await home.Site.Http.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_devices_and_needs_the_old_one()
    {
        await using var home = await Household.StartAsync();
        var (phone, _) = await home.SignInAsync("Ana");
        using var _ = phone;
        const string Next = "five other words than before";
        var refused = await phone.SendAsync("/account", "password", new { old = "not the old one", @new = Next });
        Assert.Contains("This is not your password now", refused.Page, StringComparison.Ordinal);
        Assert.Equal(
            "/account?saved=done",
            (await phone.SendAsync("/account", "password", new { old = Household.Password, @new = Next })).To
        );
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/you")).Status);
        Assert.StartsWith("/sign-in", (await home.Ana.GetAsync("/you")).To, StringComparison.Ordinal);
        Assert.Contains(Wrong, (await home.SignInAsync("Ana")).Answer.Page, StringComparison.Ordinal);
        Assert.Equal("/", (await home.SignInAsync("Ana", Next)).Answer.To);
    }

    [Fact]
    public async Task A_phone_is_signed_in_by_a_picture_once_and_within_five_minutes()
    {
        await using var home = await Household.StartAsync();
        var link = LinkIn((await home.Ana.SendAsync("/account/pair", "show")).Page);
        using var phone = new Caller(home.Site);
        var page = (await phone.GetAsync(link)).Page;
        Assert.Contains("signs you in as Ana", page, StringComparison.Ordinal);
        // looking at it, as a preview of a message does, uses nothing up
        Assert.StartsWith("/sign-in", (await phone.GetAsync("/you")).To, StringComparison.Ordinal);
        Assert.Equal("/", (await phone.PostAsync(link, page, "pair")).To);
        Assert.Equal(AccountRoom.TagOf(home.AnasPerson), (await phone.GetAsync("/you")).Whose);
        using var other = new Caller(home.Site);
        Assert.Contains("does not count", (await other.GetAsync(link)).Page, StringComparison.Ordinal);

        var late = LinkIn((await home.Ana.SendAsync("/account/pair", "show")).Page);
        page = (await other.GetAsync(late)).Page;
        home.Clock.Advance(AccountStore.PairingLasts);
        Assert.Contains("does not count", (await other.PostAsync(late, page, "pair")).Page, StringComparison.Ordinal);
        // and makes no account
        Assert.Contains(
            "does not count",
            (await other.GetAsync(late.Replace("/pair/", "/join/", StringComparison.Ordinal))).Page,
            StringComparison.Ordinal
        );
    }

    private static string LinkIn(string page) =>
        System.Text.RegularExpressions.Regex.Match(page, "/pair/[A-Za-z0-9_-]{43}").Value;

    [Fact]
    public async Task Only_who_set_this_up_and_a_host_invite_others()
    {
        await using var home = await Household.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await home.Ana.GetAsync("/account/invite")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await home.Ben.GetAsync("/account/invite")).Status);
        Assert.Equal(HttpStatusCode.OK, (await home.Ben.GetAsync("/account/pair")).Status);
    }

    [Fact]
    public async Task A_second_step_asks_for_a_code_that_counts_once_or_one_on_paper()
    {
        await using var home = await Household.StartAsync();
        await home.Ana.SendAsync("/account/two-steps", "begin");
        var setUp = (await home.Ana.GetAsync("/account/two-steps")).Page;
        var wrong = await home.Ana.PostAsync("/account/two-steps", setUp, "on", new { code = "000000" });
        Assert.Contains("This code does not count", wrong.Page, StringComparison.Ordinal);
        var on = await home.Ana.PostAsync("/account/two-steps", setUp, "on", new { code = await CodeAsync(home) });
        var papers = System
            .Text.RegularExpressions.Regex.Matches(on.Page, "<code>([A-Z0-9-]+)</code>")
            .Select(m => m.Groups[1].Value)
            .ToList();
        Assert.Equal(10, papers.Distinct().Count());
        Assert.DoesNotContain(
            papers[0],
            (await home.Ana.GetAsync("/account/two-steps")).Page,
            StringComparison.Ordinal
        );

        var (phone, asked) = await home.SignInAsync("Ana");
        using var _ = phone;
        Assert.StartsWith("/sign-in", (await phone.GetAsync("/you")).To, StringComparison.Ordinal);
        var step = Caller.Hidden(asked.Page, "step");
        // the one that switched it on was used
        var used = await phone.PostAsync(
            "/sign-in",
            asked.Page,
            "code",
            new
            {
                step,
                code = await CodeAsync(home),
                to = "/",
            }
        );
        Assert.Contains("This code does not count", used.Page, StringComparison.Ordinal);
        Assert.Equal(
            "/",
            (
                await phone.PostAsync(
                    "/sign-in",
                    asked.Page,
                    "code",
                    new
                    {
                        step,
                        code = papers[0],
                        to = "/",
                    }
                )
            ).To
        );

        var (tablet, again) = await home.SignInAsync("Ana");
        using var __ = tablet;
        step = Caller.Hidden(again.Page, "step");
        Assert.Contains(
            "does not count",
            (
                await tablet.PostAsync(
                    "/sign-in",
                    again.Page,
                    "code",
                    new
                    {
                        step,
                        code = papers[0],
                        to = "/",
                    }
                )
            ).Page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Please start again",
            (
                await tablet.PostAsync(
                    "/sign-in",
                    again.Page,
                    "code",
                    new
                    {
                        step = $"{step}x",
                        code = papers[1],
                        to = "/",
                    }
                )
            ).Page,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "/",
            (
                await tablet.PostAsync(
                    "/sign-in",
                    again.Page,
                    "code",
                    new
                    {
                        step,
                        code = papers[1].ToLowerInvariant(),
                        to = "/",
                    }
                )
            ).To
        );
        // no code stands in the storage as it is
        var bytes = await File.ReadAllBytesAsync(
            Path.Combine(Path.GetDirectoryName(home.Store.Place.File)!, "accounts.db")
        );
        Assert.DoesNotContain(papers[2], System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    /// <summary>What the app on Ana's phone shows now.</summary>
    private static async Task<string> CodeAsync(Household home)
    {
        await using var scope = home.Site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var key = await users.GetAuthenticatorKeyAsync((await users.FindByNameAsync("Ana"))!);
        return Totp.Of(key!, TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task What_waited_on_a_device_is_sent_for_who_wrote_it_and_for_nobody_else()
    {
        await using var home = await Household.StartAsync();
        var today = Shell.IsoDay.Iso((await home.JournalOfAsync(home.AnasPerson)).Today);
        string[][] fields =
        [
            ["_handler", "quick"],
            ["quick", "bad-day"],
            ["submission", Guid.NewGuid().ToString()],
            ["day", today],
        ];
        var whose = AccountRoom.TagOf(home.AnasPerson);
        using var nobody = new Caller(home.Site);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(nobody, whose)).Status);
        Assert.Contains("\"why\":\"whose\"", (await PostAsync(home.Ben, whose)).Page, StringComparison.Ordinal);
        Assert.Contains("\"why\":\"whose\"", (await PostAsync(home.Ana, null)).Page, StringComparison.Ordinal);
        Assert.Empty(await (await home.JournalOfAsync(home.BensPerson)).ChangesAsync());
        Assert.Contains("\"to\":", (await PostAsync(home.Ana, whose)).Page, StringComparison.Ordinal);
        Assert.NotEmpty(await (await home.JournalOfAsync(home.AnasPerson)).ChangesAsync());

        async Task<Reply> PostAsync(Caller caller, string? tag)
        {
            using var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
                caller.Http,
                "/outbox",
                new { fields, whose = tag }
            );
            return new Reply(answer.StatusCode, "", await answer.Content.ReadAsStringAsync(), null);
        }
    }

    [Fact]
    public async Task A_form_sent_while_signed_out_changes_nothing_and_says_how_to_go_on()
    {
        await using var home = await Household.StartAsync();
        var page = (await home.Ana.GetAsync("/you")).Page;
        await home.Ana.SendAsync("/account", "", action: "/sign-out");
        var answer = await home.Ana.PostAsync("/you", page, "you", new { name = "Another" });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Contains("You are signed out", answer.Page, StringComparison.Ordinal);
        Assert.Equal("", (await home.JournalOfAsync(home.AnasPerson)).Person.Name);
    }

    [Fact]
    public async Task Accounts_of_a_server_are_in_its_database_and_all_of_it_works_there()
    {
        var place = PostgresPlace.New();
        Assert.SkipWhen(place is null, "INOMYA_TEST_POSTGRES names no PostgreSQL server; ./test starts one.");
        await using var home = await Household.StartAsync(place);
        Assert.Equal(AccountRoom.TagOf(home.AnasPerson), (await home.Ana.GetAsync("/you")).Whose);
        Assert.Equal(AccountRoom.TagOf(home.BensPerson), (await home.Ben.GetAsync("/you")).Whose);
        Assert.Equal("/", (await home.SignInAsync("Ben")).Answer.To);
        Assert.Contains(
            Wrong,
            (await home.SignInAsync("Ben", "wrong words for this")).Answer.Page,
            StringComparison.Ordinal
        );
        await home.Ben.SendAsync("/account", "end-all");
        Assert.StartsWith("/sign-in", (await home.Ben.GetAsync("/you")).To, StringComparison.Ordinal);
    }
}
