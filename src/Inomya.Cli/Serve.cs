using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Inomya.Accounts;
using Inomya.Content;
using Inomya.Demo;
using Inomya.Journals;
using Inomya.SupportPacks;
using Inomya.Web;
using Inomya.Web.Accounts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Inomya.Cli;

/// <summary>inomya serve and inomya demo: the web app on a data folder, or on an invented person's.</summary>
internal static class Serve
{
    /// <summary>The address of a link may have 128: this, "/shl/" and 43 of its own.</summary>
    private const int MostPublicUrl = 80;

    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Where to listen (default {WebSettings.LocalUrl}, reachable from this machine alone).",
    };
    private static readonly Option<int?> Port = new("--port") { Description = "The port on this machine." };
    private static readonly Option<string?> Language = new("--language")
    {
        Description =
            "What the invented person writes in, such as es (default: this machine's language where there is one, else en).",
    };
    private static readonly Option<string?> PublicUrl = new("--public-url")
    {
        Description =
            "Where others reach the links you give out, such as https://example.org; without it nothing is served to others.",
    };
    private static readonly Option<string?> PublicListen = new("--public-listen")
    {
        Description =
            $"Where your proxy leads the public address to (default {WebSettings.DoorUrl}). Nothing but links is there.",
    };
    private static readonly Option<bool> NoBrowser = new("--no-browser") { Description = "Do not open a browser." };

    private static readonly Option<bool> SignIn = new("--sign-in")
    {
        Description = "Ask everyone to sign in, also on this machine: for use behind a proxy.",
    };
    private static readonly Option<string?> Breached = new("--breached-passwords")
    {
        Description = "A file of SHA-1 hashes of known passwords, sorted, one a line: none of them is taken.",
    };

    public static Command Command()
    {
        var command = new Command("serve", "Runs the web app on the data folder.")
        {
            Urls,
            Port,
            PublicUrl,
            PublicListen,
            NoBrowser,
            SignIn,
            Breached,
            DataFolder.Person,
        };
        command.SetAction(
            async (call, stop) =>
            {
                var folder = DataFolder.Of(call);
                // a database looks after several servers by itself
                using var alone = DataFolder.PlaceOf(call).File is null ? null : FolderLock.Take(folder);
                PrivateFile.CloseToOthers(DataFolder.PrivateIn(folder));
                var journal = await OpenAsync(call, stop);
                return await RunAsync(call, Task.FromResult(journal), folder, stop);
            }
        );
        return command.AddHosting();
    }

    /// <summary>The journal, and whose it is while nobody has to sign in.</summary>
    private static async Task<(JournalStore Store, Guid Home)> OpenAsync(ParseResult call, CancellationToken stop)
    {
        var store = await DataFolder.OpenAsync(call, stop);
        var accounts = new AccountStore(AccountPlace.Beside(store.Place), store.Clock);
        var all = await accounts.AllAsync(stop);
        if (all.Count == 0)
            return (store, (await DataFolder.JournalAsync(call, look: null, stop)).Person.Id);
        var only = await store.PeopleAsync(stop) is [var alone] ? alone.Id : Guid.Empty;
        if (all is not [{ PersonId: { } owner }])
            return (store, only);
        // a journal was put back from the command line, in which the one person has another id
        if (only != Guid.Empty)
            await accounts.MoveAsync(owner, only, stop);
        return (store, only == Guid.Empty ? owner : only);
    }

    public static Command Demo()
    {
        var command = new Command("demo", "Opens the web app on a throw-away journal of an invented person.")
        {
            Urls,
            Port,
            PublicUrl,
            PublicListen,
            Language,
            NoBrowser,
        };
        command.SetAction(RunDemoAsync);
        return command;
    }

    private static async Task<int> RunDemoAsync(ParseResult call, CancellationToken stop)
    {
        var content = new ContentFolder();
        if (LanguageOf(call, content) is not { } language)
            return RefuseLanguage(call.GetValue(Language), content);
        var folder = Directory.CreateTempSubdirectory("inomya-demo-").FullName;
        try
        {
            // the person lives their two years while the web app starts
            var opening = Task.Run(() => CreateAsync(folder, content, language, stop), stop);
            return await RunAsync(call, opening, folder, stop);
        }
        finally
        {
            JournalPlace.CloseFiles();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int RefuseLanguage(string? language, ContentFolder content)
    {
        Output.Say(
            $"--language {language}: there is no such language. There is {string.Join(", ", Words.Languages(content))}."
        );
        return ExitCode.WrongUsage;
    }

    /// <summary>Null when one was asked for that there is not.</summary>
    private static string? LanguageOf(ParseResult call, ContentFolder content)
    {
        var asked = call.GetValue(Language);
        var found = Words
            .Languages(content)
            .FirstOrDefault(l => l == (asked ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
        return found ?? (asked is null ? Words.Fallback : null);
    }

    private static async Task<(JournalStore, Guid)> CreateAsync(
        string folder,
        ContentFolder content,
        string language,
        CancellationToken stop
    )
    {
        var store = await JournalStore.OpenAsync(JournalPlace.InFolder(folder), SystemClock.Instance, stop);
        return (
            store,
            (await DemoPerson.CreateAsync(store, content, DataFolder.MachineZone(), language, stop)).Person.Id
        );
    }

    private static async Task<int> RunAsync(
        ParseResult call,
        Task<(JournalStore, Guid)> opening,
        string folder,
        CancellationToken stop
    )
    {
        PrivateFile.CreateFolder(DataFolder.KeysIn(folder));
        var settings = SettingsOf(call, folder).With(call);
        settings = settings with { SignIn = RuleOf(call, settings) };
        await using var app = WebHost.Build(settings, services => services.AddJournal(opening));
        await app.StartAsync(stop);
        await opening;
        var address = AddressOf(app.Services);
        Output.Say($"Inomya is at {address} (Ctrl-C ends it).");
        await TellHowToSignInAsync(app.Services, settings, address, stop);
        if (!call.GetValue(NoBrowser))
            OpenBrowser(address);
        await WaitAsync(app, stop);
        return ExitCode.Done;
    }

    private static async Task WaitAsync(IHost app, CancellationToken stop)
    {
        try
        {
            await app.WaitForShutdownAsync(stop);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static WebSettings SettingsOf(ParseResult call, string folder)
    {
        var urls = call.GetValue(Urls)
            ?? (call.GetValue(Port) is { } port ? $"http://127.0.0.1:{port}" : WebSettings.LocalUrl);
        return new WebSettings
        {
            Urls = urls,
            AllowedHosts = HostsOf(urls),
            PublicUrl = PublicOf(call.GetValue(PublicUrl)),
            PublicListen = call.GetValue(PublicListen) ?? WebSettings.DoorUrl,
            KeysFolder = DataFolder.KeysIn(folder),
            UploadsFolder = DataFolder.UploadsIn(folder),
            KeptFolder = DataFolder.KeptIn(folder),
            BreachedPasswords = BreachedOf(call),
            SupportFolder = PackFolder.In(folder),
        };
    }

    /// <summary>What is given out is about health: it goes over https, but for a try on this machine.</summary>
    private static Uri? PublicOf(string? given) =>
        given is null ? null
        : Uri.TryCreate(given, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url is { Scheme: "http", IsLoopback: true })
        && url is { Query: "", Fragment: "", AbsoluteUri.Length: <= MostPublicUrl }
            ? url
        : throw new UsageException(
            $"--public-url takes an address that begins with https, has no ? or # and at most {MostPublicUrl} letters."
        );

    /// <summary>Where it listens in the end: a port of 0 has become one that was free.</summary>
    private static string AddressOf(IServiceProvider services) =>
        services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The invented person has nothing to hide. For anyone else only this machine does without.</summary>
    private static SignInRule RuleOf(ParseResult call, WebSettings settings) =>
        !IsDemo(call) && (call.GetValue(SignIn) || IsReachedFromElsewhere(settings))
            ? SignInRule.Always
            : SignInRule.WhenSeveral;

    /// <summary>It listens beyond this machine, or a proxy in front of it does.</summary>
    private static bool IsReachedFromElsewhere(WebSettings settings) =>
        !IsThisMachineAlone(settings.Urls)
        || settings.Proxies.Count > 0
        || settings.AllowedHosts.Count > HostsOf(settings.Urls).Length;

    private static bool IsDemo(ParseResult call) => !call.CommandResult.Command.Options.Contains(SignIn);

    private static string? BreachedOf(ParseResult call)
    {
        if (IsDemo(call) || call.GetValue(Breached) is not { } file)
            return null;
        return File.Exists(file)
            ? file
            : throw new UsageException($"--breached-passwords {file}: there is no such file.");
    }

    /// <summary>Where everyone has to sign in and nobody can, one code makes the first account: never an open door.</summary>
    private static async Task TellHowToSignInAsync(
        IServiceProvider services,
        WebSettings settings,
        string address,
        CancellationToken stop
    )
    {
        if (settings.SignIn != SignInRule.Always)
        {
            TellWhoReaches(settings.Urls);
            return;
        }
        var accounts = await services.GetRequiredService<AccountRoom>().OpenAsync(stop);
        if (await accounts.CountAsync(stop) > 0)
            return;
        var code = await accounts.NewLinkAsync(LinkKind.First, null, stop: stop);
        Output.Say(
            $"Nobody can sign in yet. Make the first account, once and within a day: {ForPeople(address)}/join/{code}"
        );
    }

    private static void TellWhoReaches(string urls)
    {
        if (!IsThisMachineAlone(urls))
            Output.Say("Anyone who can reach this address can use this invented journal. It goes when this ends.");
    }

    /// <summary>An address that listens everywhere is no address to go to.</summary>
    private static string ForPeople(string address) =>
        address
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//[::]", "//localhost", StringComparison.Ordinal);

    private static bool IsThisMachineAlone(string urls) =>
        urls.Split(';').All(u => Uri.TryCreate(u, UriKind.Absolute, out var uri) && uri.IsLoopback);

    /// <summary>The names by which others may reach it: those in the addresses it was told to listen on, and this machine's name when it listens on all.</summary>
    private static string[] HostsOf(string urls) => [.. urls.Split(';').Select(HostOf).SelectMany(NamesOf).Distinct()];

    private static string HostOf(string url) =>
        new Uri(
            url.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal)
        ).Host;

    private static string[] NamesOf(string host) =>
        host is "0.0.0.0" or "[::]"
            ? [Dns.GetHostName(), .. Dns.GetHostAddresses(Dns.GetHostName()).Select(a => a.ToString())]
            : [host];

    /// <summary>Opens the address where there is a desktop; elsewhere the line on the terminal is enough.</summary>
    private static void OpenBrowser(string address)
    {
        if (
            OperatingSystem.IsLinux()
            && Environment.GetEnvironmentVariable("DISPLAY") is null
            && Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is null
        )
            return;
        try
        {
            Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception e)
            when (e is System.ComponentModel.Win32Exception or PlatformNotSupportedException or FileNotFoundException)
        {
            Output.Say("Open that address in your browser.");
        }
    }
}
