using System.Net;
using System.Net.Sockets;
using Inomya.Accounts;
using Inomya.Web.Accounts;
using Inomya.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Inomya.Web.Tests.Accounts;

/// <summary>In a real browser: passkeys, a phone signed in by a picture, and what a device that two people use keeps of each.</summary>
public class OwnDeviceTests(Browser browser)
{
    /// <summary>A passkey belongs to a name: an address of numbers has none.</summary>
    private static string NewUrl()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return $"http://localhost:{((IPEndPoint)free.LocalEndpoint).Port}";
    }

    private static async Task JoinAsync(Visit visit, Household home, LinkKind kind, string name)
    {
        var secret = await (await home.AccountsAsync()).NewLinkAsync(kind, null);
        await visit.GoAsync($"/join/{secret}");
        await visit.Page.GetByLabel("Name to sign in with").FillAsync(name);
        await visit.Page.GetByLabel("Password").FillAsync(Household.Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Expect(visit.Page.GetByText($"You are signed in as {name}.")).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(Visit visit, string name)
    {
        await visit.Page.GetByLabel("Name to sign in with").FillAsync(name);
        await visit.Page.GetByLabel("Password").FillAsync(Household.Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    private static async Task SignOutAsync(Visit visit)
    {
        await visit.GoAsync("/account");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
    }

    /// <summary>An authenticator of the machine that always says yes, as after a finger on its sensor.</summary>
    private static async Task<ICDPSession> WithAuthenticatorAsync(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        return devices;
    }

    [Fact]
    public async Task A_passkey_is_made_signs_in_without_a_name_and_works_no_more_once_removed()
    {
        await using var home = await Household.EmptyAsync(url: NewUrl());
        await browser.VisitAsync(home.Site, async visit =>
        {
            var page = visit.Page;
            await WithAuthenticatorAsync(page);
            await JoinAsync(visit, home, LinkKind.First, "Ana");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
            await Expect(page.Locator("[data-saved]")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await SignOutAsync(visit);
            await visit.AssertAccessibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
            await Expect(page).ToHaveURLAsync($"{home.Site.Url}/");
            var way = (
                await (await home.AccountsAsync()).SessionsAsync(
                    Assert.Single(await (await home.AccountsAsync()).AllAsync())
                )
            )[0].Way;
            Assert.Equal(SignInWay.Passkey, way);

            await visit.GoAsync("/account");
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove: ") }).ClickAsync();
            await Expect(page.Locator("[data-saved]")).ToBeVisibleAsync();
            await SignOutAsync(visit);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
            await Expect(page.Locator("#errors")).ToContainTextAsync("That did not work");
            await visit.GoAsync("/you");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
        });
    }

    [Fact]
    public async Task A_passkey_signs_in_while_the_password_has_to_wait()
    {
        await using var home = await Household.EmptyAsync(url: NewUrl());
        await browser.VisitAsync(home.Site, async visit =>
        {
            var page = visit.Page;
            await WithAuthenticatorAsync(page);
            await JoinAsync(visit, home, LinkKind.First, "Ana");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
            await Expect(page.Locator("[data-saved]")).ToBeVisibleAsync();
            await SignOutAsync(visit);
            var accounts = await home.AccountsAsync();
            for (var n = 0; n < AccountStore.MostOfName; n++)
                await accounts.MayTryAsync("Ana", $"somewhere {n / 5}", isKnown: false);
            Assert.False(await accounts.MayTryAsync("Ana", "elsewhere", isKnown: false));
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
            await Expect(page).ToHaveURLAsync($"{home.Site.Url}/");
        });
    }

    [Fact]
    public async Task The_pages_of_an_account_are_for_everyone()
    {
        await using var home = await Household.EmptyAsync();
        await browser.VisitAsync(home.Site, async visit =>
        {
            // a link for an account is none for a device
            visit.ExpectedStatus = 404;
            var secret = await (await home.AccountsAsync()).NewLinkAsync(LinkKind.First, null);
            foreach (var path in (string[])["/sign-in", "/join", $"/join/{secret}", $"/pair/{secret}"])
                await AssertForEveryoneAsync(visit, path);
            await JoinAsync(visit, home, LinkKind.First, "Ana");
            foreach (var path in (string[])["/account", "/account/pair", "/account/invite", "/account/two-steps"])
                await AssertForEveryoneAsync(visit, path);
            foreach (
                var (path, press) in new[]
                {
                    ("/account/pair", "Show the picture"),
                    ("/account/two-steps", "Set it up"),
                }
            )
            {
                await visit.GoAsync(path);
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = press }).ClickAsync();
                await Expect(visit.Page.Locator("svg.qr")).ToBeVisibleAsync();
                await visit.AssertAccessibleAsync();
                await visit.ResizeAsync(Screen.Narrow);
                await visit.AssertReflowsAsync();
                await visit.ResizeAsync(Screen.Phone);
            }
        });
    }

    private static async Task AssertForEveryoneAsync(Visit visit, string path)
    {
        await visit.GoAsync(path);
        await visit.AssertAccessibleAsync();
        foreach (var screen in Enum.GetValues<Screen>())
        {
            await visit.ResizeAsync(screen);
            await visit.AssertReflowsAsync();
            await visit.AssertBigTargetsAsync();
        }
        await visit.WriteAsync(percent: 200);
        await visit.ResizeAsync(Screen.Narrow);
        await visit.AssertReflowsAsync();
        await visit.WriteAsync(percent: 100);
        await visit.ResizeAsync(Screen.Phone);
    }

    [Fact]
    public async Task The_picture_is_read_by_a_camera_and_signs_the_phone_in()
    {
        await using var home = await Household.EmptyAsync();
        await browser.VisitAsync(home.Site, async visit =>
        {
            await JoinAsync(visit, home, LinkKind.First, "Ana");
            await visit.GoAsync("/account/pair");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show the picture" }).ClickAsync();
            var read = QrPicture.Read(await visit.Page.Locator("svg.qr path").GetAttributeAsync("d") ?? "");
            Assert.StartsWith($"{home.Site.Url}/pair/", read, StringComparison.Ordinal);
            await browser.VisitAsync(
                home.Site,
                async phone =>
                {
                    await phone.GoAsync(read[home.Site.Url.Length..]);
                    await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in here" }).ClickAsync();
                    await Expect(phone.Page).ToHaveURLAsync($"{home.Site.Url}/");
                },
                scripts: false
            );
        });
    }

    [Fact]
    public async Task What_one_person_has_not_sent_waits_for_them_on_a_device_that_another_uses_meanwhile()
    {
        await using var home = await Household.EmptyAsync(clock: NodaTime.SystemClock.Instance);
        await browser.VisitAsync(home.Site, async visit =>
        {
            var page = visit.Page;
            await JoinAsync(visit, home, LinkKind.First, "Ana");
            await SignOutAsync(visit);
            await JoinAsync(visit, home, LinkKind.Invitation, "Ben");
            await SignOutAsync(visit);
            await SignInAsync(visit, "Ana");
            await OfflineTests.WithKeptPagesAsync(visit);
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Button, new() { Name = "It is a bad day" }).ClickAsync();
            await Expect(page.GetByText("1 thing is kept on this device")).ToBeVisibleAsync();
            // somebody types a draft and leaves it
            await page.GotoAsync("/flare-plan/edit");
            await page.Locator("[name=first-hour]").FillAsync("Only for Ana.");
            // her session ends elsewhere, so that nothing is sent when the network is back
            var accounts = await home.AccountsAsync();
            var ana = (await accounts.AllAsync()).Single(a => a.UserName == "Ana");
            await accounts.EndAllAsync(ana.Id, but: null);
            visit.ExpectedStatus = 401;
            await page.Context.SetOfflineAsync(false);
            await visit.GoAsync("/you");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
            // the copies of her pages are gone
            Assert.Equal(
                0,
                await page.EvaluateAsync<int>(
                    "async () => (await (await caches.open('inomya-pages')).keys()).filter(r => !/^\\/(offline|guide.*)$/.test(new URL(r.url).pathname)).length"
                )
            );
            await SignInAsync(visit, "Ben");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToHaveTextAsync("Sign in");
            await visit.GoAsync("/device");
            await Expect(page.GetByText("1 thing of someone else waits here")).ToBeVisibleAsync();
            await Expect(page.Locator("#unsent")).ToBeHiddenAsync();
            await visit.GoAsync("/flare-plan/edit");
            Assert.Equal("", await page.Locator("[name=first-hour]").InputValueAsync());
            Assert.Empty(await (await home.JournalOfAsync((await home.Store.PeopleAsync())[1].Id)).ChangesAsync());
            await SignOutAsync(visit);
            await SignInAsync(visit, "Ana");
            await visit.GoAsync("/device");
            await Expect(page.GetByText("Everything is sent.")).ToBeVisibleAsync();
            await visit.GoAsync("/flare-plan/edit");
            Assert.Equal("Only for Ana.", await page.Locator("[name=first-hour]").InputValueAsync());
        });
        Assert.NotEmpty(await (await home.JournalOfAsync(home.AnasPerson)).ChangesAsync());
    }

    [Fact]
    public async Task A_form_sent_from_a_page_that_was_left_open_after_signing_out_stays_and_says_so()
    {
        await using var home = await Household.EmptyAsync(clock: NodaTime.SystemClock.Instance);
        await browser.VisitAsync(home.Site, async visit =>
        {
            await JoinAsync(visit, home, LinkKind.First, "Ana");
            await visit.GoAsync("/");
            var accounts = await home.AccountsAsync();
            await accounts.EndAllAsync(Assert.Single(await accounts.AllAsync()).Id, but: null);
            visit.ExpectedStatus = 401;
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "It is a bad day" }).ClickAsync();
            await Expect(visit.Page.GetByText("Sign in to send it.")).ToBeVisibleAsync();
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true }).ClickAsync();
            await SignInAsync(visit, "Ana");
            await visit.GoAsync("/device");
            await Expect(visit.Page.GetByText("Everything is sent.")).ToBeVisibleAsync();
        });
        Assert.NotEmpty(await (await home.JournalOfAsync(home.AnasPerson)).ChangesAsync());
    }
}
