namespace Inomya.Reminders;

/// <summary>How the line to the mail server is kept private.</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS, or no mail at all.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>None: for a mail server on this very machine.</summary>
    None,
}
