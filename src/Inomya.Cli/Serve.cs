using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Inomya.Content;
using Inomya.Demo;
using Inomya.Journals;
using Inomya.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Inomya.Cli;

/// <summary>inomya serve and inomya demo: the web app on a data folder, or on an invented person's.</summary>
internal static class Serve
{
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
    private static readonly Option<bool> NoBrowser = new("--no-browser") { Description = "Do not open a browser." };

    public static Command Command()
    {
        var command = new Command("serve", "Runs the web app on the data folder.")
        {
            Urls,
            Port,
            NoBrowser,
            DataFolder.Person,
        };
        command.SetAction(
            async (call, stop) =>
            {
                var folder = DataFolder.Of(call);
                // a database looks after several servers by itself
                using var alone = DataFolder.PlaceOf(call).File is null ? null : FolderLock.Take(folder);
                PrivateFile.CloseToOthers(DataFolder.PrivateIn(folder));
                var journal = await DataFolder.JournalAsync(call, look: null, stop);
                return await RunAsync(call, Task.FromResult((journal.Store, journal.Person.Id)), folder, stop);
            }
        );
        return command.AddHosting();
    }

    public static Command Demo()
    {
        var command = new Command("demo", "Opens the web app on a throw-away journal of an invented person.")
        {
            Urls,
            Port,
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
        await using var app = WebHost.Build(settings, services => services.AddJournal(opening));
        await app.StartAsync(stop);
        await opening;
        var address = AddressOf(app.Services);
        TellWhere(settings, address);
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
            KeysFolder = DataFolder.KeysIn(folder),
            UploadsFolder = DataFolder.UploadsIn(folder),
            KeptFolder = DataFolder.KeptIn(folder),
        };
    }

    /// <summary>Where it listens in the end: a port of 0 has become one that was free.</summary>
    private static string AddressOf(IServiceProvider services) =>
        services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private static void TellWhere(WebSettings settings, string address)
    {
        if (!IsThisMachineAlone(settings.Urls) || settings.Proxies.Count > 0)
            Output.Say(
                "Anyone who can reach this address can read and change the journal: there is no sign-in yet. Use it only in a network you trust."
            );
        Output.Say($"Inomya is at {address} (Ctrl-C ends it).");
    }

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
