namespace Inomya.Reminders;

/// <summary>The mail server and the two addresses.</summary>
/// <param name="Secret">
/// The password, encrypted with the keys of this machine; null where the server wants none. Useless in a backup without
/// the keys.
/// </param>
public sealed record MailSettings(
    string Host,
    int Port,
    MailSecurity Security,
    string? User,
    string? Secret,
    string From,
    string To
);
