using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Inomya.Journals;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Inomya.Reminders;

/// <summary>What the person wants to be reminded of, and how. All of it is off until they switch it on.</summary>
public sealed record ReminderSettings
{
    /// <summary>The setting of the journal in which it is kept.</summary>
    public static readonly SettingKey Key = new("reminders");

    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(
        JsonSerializerDefaults.Web
    ).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>Of medicines and supplements with a time of day.</summary>
    public bool Doses { get; init; }

    /// <summary>Of exercises, therapies and all else with a time of day.</summary>
    public bool Exercises { get; init; }

    public bool Appointments { get; init; }

    /// <summary>How long before an appointment, in minutes.</summary>
    public int AppointmentLeadMinutes { get; init; } = 120;

    /// <summary>Of the check-in, at this time; null for no such reminder.</summary>
    public LocalTime? CheckinAt { get; init; }

    /// <summary>Names of medicines and appointments may stand in a calendar or a mail.</summary>
    public bool Names { get; init; }

    /// <summary>Nothing is sent from this time …</summary>
    public LocalTime? QuietFrom { get; init; }

    /// <summary>… until this one; what fell due meanwhile comes then.</summary>
    public LocalTime? QuietTo { get; init; }

    /// <summary>
    /// The secret part of the calendar's address, encrypted with the keys of this machine; null while the calendar is
    /// off.
    /// </summary>
    public string? Feed { get; init; }

    /// <summary>Reminders go out by mail.</summary>
    public bool ByMail { get; init; }

    /// <summary>Null until a mail server was named.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Since when mail is on: nothing from before it is sent.</summary>
    public Instant? MailSince { get; init; }

    public static async Task<ReminderSettings> ReadAsync(Journal journal, CancellationToken stop = default) =>
        Read((await journal.SettingsAsync(stop)).GetValueOrDefault(Key));

    public static ReminderSettings Read(string? setting) =>
        setting is null
            ? new ReminderSettings()
            : JsonSerializer.Deserialize<ReminderSettings>(setting, Json) ?? new ReminderSettings();

    public Task WriteAsync(Journal journal, CancellationToken stop = default) => journal.SetAsync(Key, Write(), stop);

    /// <summary>As the setting keeps it.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>
    /// Is a time of day within the quiet hours? They may run over midnight; the first minute is quiet, the last one is
    /// not.
    /// </summary>
    public bool IsQuiet(LocalTime time) =>
        QuietFrom is { } from
        && QuietTo is { } to
        && from != to
        && (from < to ? time >= from && time < to : time >= from || time < to);

    /// <summary>What a secret had of letters while it did not say whose it is.</summary>
    public const int OldFeedSecretLength = 64;

    /// <summary>A new secret for the calendar's address: whose it is, and 256 random bits. Safe in an address.</summary>
    public static string NewFeedSecret(Guid person) =>
        $"{person:N}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>Whose calendar a secret says that it is; null where it is none, or of before.</summary>
    public static Guid? WhoseFeed(string secret) =>
        secret.Length > OldFeedSecretLength && Guid.TryParseExact(secret[..^OldFeedSecretLength], "N", out var person)
            ? person
            : null;

    /// <summary>Compares two secrets in a time that tells nothing about them.</summary>
    public static bool SameSecret(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
