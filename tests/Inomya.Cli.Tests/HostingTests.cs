using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Inomya.Cli.Tests.Support;
using NodaTime;

namespace Inomya.Cli.Tests;

/// <summary>docs/hosting.md and what packaging holds, followed as they are written; only ports and folders are this test's own.</summary>
public sealed partial class HostingTests : IDisposable
{
    private const string Name = "inomya.example.org";

    private static readonly string Root = FindRoot();
    private static readonly string Guide = File.ReadAllText(Path.Combine(Root, "docs", "hosting.md"));

    /// <summary>The guide without the lines that call other programs with options of their own.</summary>
    private static readonly string OfInomya = string.Join(
        '\n',
        Guide.Split('\n').Where(line => !line.Contains("certbot", StringComparison.Ordinal))
    );

    private readonly CommandLine _inomya = new();

    public void Dispose() => _inomya.Dispose();

    [Fact]
    public void The_options_that_the_guide_writes_are_options_of_serve()
    {
        var call = CommandTree.Root().Parse(["serve", .. Options(), .. UnitOptions()]);
        Assert.Empty(call.Errors);
        foreach (var named in Option().Matches(OfInomya).Select(m => m.Groups[1].Value).Distinct())
            Assert.True(
                CommandTree.Root().Subcommands.Any(c => c.Options.Any(o => o.Name == named)),
                $"docs/hosting.md names {named}, which no command has."
            );
    }

    [Fact]
    public async Task Behind_nginx_as_the_guide_sets_it_up_everyone_signs_in_and_one_code_makes_the_first_account()
    {
        if (Find("nginx") is not { } nginx)
        {
            Assert.Skip("No nginx: install it (Debian: apt install nginx) to follow docs/hosting.md.");
            return;
        }
        using var serve = _inomya.Start(["serve", "--urls", "http://127.0.0.1:0", "--no-browser", .. Options()]);
        var address = await AddressAsync(serve);
        // behind a proxy others can reach it
        var code = Code().Match(await serve.StandardError.ReadLineAsync() ?? "").Value;
        var (https, http) = (FreePort(), FreePort());
        var config = WriteConfig(address, https, http);

        var check = await EndAsync(nginx, "-t", "-c", config);
        Assert.True(check.Exit == 0, check.Error);

        using var proxy = Process.Start(new ProcessStartInfo(nginx, ["-c", config, "-g", "daemon off;"]))!;
        try
        {
            using var client = Client(https);
            await AnsweringAsync(client, proxy);
            using (var nobody = await client.GetAsync(new Uri("/", UriKind.Relative)))
                Assert.Equal("/sign-in", nobody.Headers.Location?.OriginalString);

            using var page = await client.GetAsync(new Uri(code, UriKind.Relative));
            page.EnsureSuccessStatusCode();
            // it believed the proxy that the browser came by HTTPS
            Assert.True(page.Headers.Contains("Strict-Transport-Security"));

            using var plain = await PlainAsync(http);
            Assert.Equal(HttpStatusCode.MovedPermanently, plain.StatusCode);
            Assert.Equal($"https://{Name}/look", plain.Headers.Location!.OriginalString);
        }
        finally
        {
            proxy.Kill(entireProcessTree: true);
            serve.Kill();
            await serve.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task The_unit_is_one_that_systemd_takes()
    {
        if (Find("systemd-analyze") is not { } analyze)
        {
            Assert.Skip("No systemd-analyze: the unit is not looked at.");
            return;
        }
        var unit = File.ReadAllText(Path.Combine(Root, "packaging", "inomya.service"));
        var file = _inomya.Write(
            "inomya.service",
            unit.Replace("/usr/lib/inomya/Inomya.Cli", "/bin/true", StringComparison.Ordinal)
        );
        var run = await EndAsync(analyze, "verify", file);
        Assert.True(run.Exit == 0 && run.Error.Length == 0, run.Error);
    }

    [Fact]
    public async Task The_package_holds_the_program_the_unit_and_the_guide_and_belongs_to_root()
    {
        if (Find("dpkg-deb") is not { } dpkg)
        {
            Assert.Skip("No dpkg-deb: the package is not made.");
            return;
        }
        // what was published is large; a script in its place shows where it goes
        Directory.CreateDirectory(_inomya.File("published"));
        await File.WriteAllTextAsync(_inomya.File("published/Inomya.Cli"), "#!/bin/sh\n");
        var package = _inomya.File("inomya.deb");
        var made = await EndAsync(Path.Combine(Root, "packaging", "deb"), _inomya.File("published"), "amd64", package);
        Assert.True(made.Exit == 0, made.Error);

        var held = (await EndAsync(dpkg, "--contents", package)).Out;
        foreach (
            var line in (string[])
                [
                    @"-rwxr-xr-x root/root .* ./usr/lib/inomya/Inomya\.Cli\n",
                    @"lrwxrwxrwx root/root .* ./usr/bin/inomya -> ../lib/inomya/Inomya\.Cli\n",
                    @"-rw-r--r-- root/root .* ./usr/lib/systemd/system/inomya\.service\n",
                    @"-rw-r--r-- root/root .* ./usr/share/doc/inomya/hosting\.md\n",
                    @"-rw-r--r-- root/root .* ./etc/inomya/options\n",
                ]
        )
            Assert.Matches(line, held);
        var told = (await EndAsync(dpkg, "--field", package)).Out;
        Assert.Contains("Package: inomya\nVersion: 0.1.0\nArchitecture: amd64\n", told, StringComparison.Ordinal);
    }

    private static string[] Options() => OptionsLine().Match(Guide).Groups[1].Value.Split(' ');

    private static string[] UnitOptions() =>
        UnitLine()
            .Match(File.ReadAllText(Path.Combine(Root, "packaging", "inomya.service")))
            .Groups[1]
            .Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<Uri> AddressAsync(Process serve)
    {
        while (await serve.StandardError.ReadLineAsync() is { } line)
            if (Address().Match(line) is { Success: true } found)
                return new Uri(found.Value);
        throw new InvalidOperationException("It ended before it said where it is.");
    }

    /// <summary>The block of the guide, in the frame that Debian gives it.</summary>
    private string WriteConfig(Uri address, int https, int http)
    {
        WriteCertificate();
        var site = NginxBlock()
            .Match(Guide)
            .Groups[1]
            .Value.Replace("listen 443 ssl", $"listen 127.0.0.1:{https} ssl", StringComparison.Ordinal)
            .Replace("listen 80", $"listen 127.0.0.1:{http}", StringComparison.Ordinal)
            .Replace($"/etc/letsencrypt/live/{Name}", _inomya.File(""), StringComparison.Ordinal)
            .Replace("http://127.0.0.1:5080", $"http://{address.Authority}", StringComparison.Ordinal);
        string[] temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        var folders = string.Concat(temporary.Select(t => $"{t}_temp_path {_inomya.File(t)};\n"));
        // what it reads is this test's alone
        var user = Environment.UserName == "root" ? "user root;\n" : "";
        return _inomya.Write(
            "nginx.conf",
            $"{user}pid {_inomya.File("nginx.pid")};\nerror_log {_inomya.File("nginx.log")};\nevents {{}}\nhttp {{\naccess_log off;\n{folders}{site}}}\n"
        );
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256);
        var now = SystemClock.Instance.GetCurrentInstant().ToDateTimeOffset();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _inomya.Write("fullchain.pem", certificate.ExportCertificatePem());
        _inomya.Write("privkey.pem", key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>A browser that finds the name on this machine.</summary>
    private static HttpClient Client(int port) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                SslOptions =
                {
                    RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.Subject == $"CN={Name}",
                },
                ConnectCallback = (_, stop) => ConnectAsync(port, stop),
            }
        )
        {
            BaseAddress = new($"https://{Name}"),
        };

    private static async ValueTask<Stream> ConnectAsync(int port, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, stop);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async Task<HttpResponseMessage> PlainAsync(int port)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/look");
        request.Headers.Host = Name;
        return await client.SendAsync(request);
    }

    private static async Task AnsweringAsync(HttpClient client, Process proxy)
    {
        while (true)
        {
            Assert.False(proxy.HasExited, "nginx ended.");
            try
            {
                using (await client.GetAsync(new Uri("/", UriKind.Relative)))
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<Run> EndAsync(string program, params string[] arguments) =>
        await CommandLine.EndAsync(
            Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
            )!
        );

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Inomya.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException("No Inomya.slnx above the tests.");
    }

    [GeneratedRegex("^INOMYA_OPTIONS=(.+)$", RegexOptions.Multiline)]
    private static partial Regex OptionsLine();

    [GeneratedRegex(@"^ExecStart=\S+ serve (.*)\$INOMYA_OPTIONS$", RegexOptions.Multiline)]
    private static partial Regex UnitLine();

    [GeneratedRegex("```nginx\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex NginxBlock();

    [GeneratedRegex(@"[` =](--[a-z]+(?:-[a-z]+)*)[ `]")]
    private static partial Regex Option();

    [GeneratedRegex("/join/[A-Za-z0-9_-]{43}")]
    private static partial Regex Code();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
