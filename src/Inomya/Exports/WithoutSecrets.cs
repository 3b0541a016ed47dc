using System.Text.Json;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Reminders;

namespace Inomya.Exports;

/// <summary>What may stand of a setting in a file that others may read.</summary>
/// <remarks>Left out: the password of the mail server, the secret address of the calendar, and who may send to the journal or read it.</remarks>
internal static class WithoutSecrets
{
    /// <summary>Of those who may send to the journal, and of those who may read it (Links.FhirTokenBook).</summary>
    private static readonly string[] Keys = [BridgeBook.Prefix, "fhir-token."];

    public static (Setting? Kept, IReadOnlyList<string> LeftOut) Of(Setting setting)
    {
        if (Keys.Any(prefix => setting.Key.StartsWith(prefix, StringComparison.Ordinal)))
            return (null, [setting.Key]);
        return setting.Key == ReminderSettings.Key.Name ? OfReminders(setting) : (setting, []);
    }

    private static (Setting?, IReadOnlyList<string>) OfReminders(Setting setting)
    {
        if (Read(setting.Value) is not { } reminders)
            return (null, [setting.Key]);
        var leftOut = SecretsOf(reminders).Select(name => $"{setting.Key}.{name}").ToList();
        return leftOut.Count == 0 ? (setting, []) : (setting with { Value = Without(reminders).Write() }, leftOut);
    }

    private static IEnumerable<string> SecretsOf(ReminderSettings reminders)
    {
        if (reminders.Feed is not null)
            yield return "feed";
        if (reminders.Mail?.Secret is not null)
            yield return "mail.secret";
    }

    private static ReminderSettings Without(ReminderSettings reminders) =>
        reminders with
        {
            Feed = null,
            Mail = reminders.Mail is { } mail ? mail with { Secret = null } : null,
        };

    /// <summary>Null where it cannot be read: then nobody knows what is in it.</summary>
    private static ReminderSettings? Read(string value)
    {
        try
        {
            return ReminderSettings.Read(value);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
