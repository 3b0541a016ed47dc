using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Inomya.Reminders;

/// <summary>Hands mail to a mail server over SMTP.</summary>
/// <param name="unprotect">
/// Turns the stored secret into the password; null when this machine has not the keys for it.
/// </param>
public sealed class Mailer(Func<string, string?> unprotect)
{
    /// <summary>
    /// The line broke after the mail was handed over and before the server's answer: it may or may not have gone.
    /// </summary>
    public const string Unknown = "unknown";

    private const int TimeoutMs = 15_000;

    /// <summary>Sends one plain text.</summary>
    /// <param name="id">Becomes the message id, so that a server that gets it twice can know it.</param>
    /// <returns>
    /// Null when the server took it; else last part of the locale key reminders.problem.KEY. Never the server's words:
    /// they may hold addresses.
    /// </returns>
    public async Task<string?> SendAsync(
        MailSettings settings,
        string subject,
        string text,
        Guid id,
        CancellationToken stop = default
    )
    {
        if (Message(settings, subject, text, id) is not { } message)
            return "address";
        if ((settings.Secret is { } secret ? unprotect(secret) : "") is not { } password)
            return "password-gone";
        using var client = new SmtpClient { Timeout = TimeoutMs };
        return await ConnectAsync(client, settings, password, stop) ?? await HandOverAsync(client, message, stop);
    }

    private static async Task<string?> ConnectAsync(
        SmtpClient client,
        MailSettings settings,
        string password,
        CancellationToken stop
    )
    {
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, OptionsOf(settings.Security), stop);
            if (settings.User is { Length: > 0 } user && !await LogInAsync(client, user, password, stop))
                return "log-in";
            return null;
        }
        catch (Exception e) when (e is SslHandshakeException or NotSupportedException)
        {
            return "not-private";
        }
        catch (Exception e) when (IsOfTheLine(e))
        {
            return "no-server";
        }
    }

    private static SecureSocketOptions OptionsOf(MailSecurity security) =>
        security switch
        {
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.None,
        };

    /// <summary>False when the server does not know the user, or takes no log-in on this line.</summary>
    private static async Task<bool> LogInAsync(SmtpClient client, string user, string password, CancellationToken stop)
    {
        try
        {
            await client.AuthenticateAsync(user, password, stop);
            return true;
        }
        catch (Exception e) when (e is AuthenticationException or NotSupportedException)
        {
            return false;
        }
    }

    private static async Task<string?> HandOverAsync(SmtpClient client, MimeMessage message, CancellationToken stop)
    {
        try
        {
            await client.SendAsync(message, stop);
        }
        catch (ServiceNotAuthenticatedException)
        {
            return "log-in"; // it wants a log-in and none was given
        }
        catch (SmtpCommandException)
        {
            return "refused"; // the server answered, and the answer was no
        }
        catch (Exception e) when (IsOfTheLine(e))
        {
            return Unknown;
        }
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception e) when (IsOfTheLine(e))
        {
            // the mail is taken; that the goodbye failed changes nothing
        }
        return null;
    }

    private static bool IsOfTheLine(Exception e) =>
        e
            is SocketException
                or IOException
                or ProtocolException
                or CommandException
                or ServiceNotConnectedException
                or OperationCanceledException
                or TimeoutException;

    private static MimeMessage? Message(MailSettings settings, string subject, string text, Guid id)
    {
        if (!MailboxAddress.TryParse(settings.From, out var from) || !MailboxAddress.TryParse(settings.To, out var to))
            return null;
        var message = new MimeMessage
        {
            Subject = subject,
            MessageId = $"{id:N}@inomya.invalid",
            Body = new TextPart("plain") { Text = text },
            From = { from },
            To = { to },
        };
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
