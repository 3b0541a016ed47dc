using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Inomya.Tests.Support;

/// <summary>A small mail server on this machine that speaks SMTP (RFC 5321) with AUTH PLAIN, keeps what it takes, and can be told to fail.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public SmtpServer(int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whole messages as they came, headers and text.</summary>
    public List<string> Taken { get; } = [];

    /// <summary>The only log-in it takes; null for none.</summary>
    public (string User, string Password)? LogIn { get; init; }

    /// <summary>Says no to every recipient.</summary>
    public bool Refuses { get; set; }

    /// <summary>Takes the message and hangs up without an answer.</summary>
    public bool HangsUpAfterData { get; set; }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException)
            {
                // the client went, or the test is over
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false))
        {
            NewLine = "\r\n",
            AutoFlush = true,
        };
        await writer.WriteLineAsync("220 test ESMTP");
        var known = LogIn is null;
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO":
                    await writer.WriteLineAsync("250-test");
                    await writer.WriteLineAsync("250-8BITMIME");
                    await writer.WriteLineAsync(LogIn is null ? "250 SMTPUTF8" : "250 AUTH PLAIN");
                    break;
                case "HELO" or "RSET" or "NOOP":
                    await writer.WriteLineAsync("250 fine");
                    break;
                case "AUTH":
                    var given = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Split('\0');
                    known = LogIn == (given[1], given[2]);
                    await writer.WriteLineAsync(known ? "235 welcome" : "535 no");
                    break;
                case "MAIL":
                    await writer.WriteLineAsync(known ? "250 fine" : "530 log in first");
                    break;
                case "RCPT":
                    await writer.WriteLineAsync(Refuses ? "451 not now" : "250 fine");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var message = new StringBuilder();
                    while (await reader.ReadLineAsync(_stop.Token) is { } text && text != ".")
                        message.AppendLine(text.StartsWith("..", StringComparison.Ordinal) ? text[1..] : text);
                    Taken.Add(message.ToString());
                    if (HangsUpAfterData)
                        return;
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("500 what?");
                    break;
            }
        }
    }
}
