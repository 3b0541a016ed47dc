using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Inomya.Journals;

namespace Inomya.Medicines;

/// <summary>Findings that the person has dealt with, each with their note.</summary>
/// <remarks>
/// An acknowledgement holds for one finding on one list: when the list changes, the finding comes back.
/// </remarks>
public sealed class Acknowledgements
{
    /// <summary>The setting of the journal in which they are kept.</summary>
    public static readonly SettingKey Setting = new("medicine-check.acknowledged");

    private readonly Dictionary<string, Acknowledged> _byFinding;

    private Acknowledgements(Dictionary<string, Acknowledged> byFinding) => _byFinding = byFinding;

    /// <param name="setting">The setting as it was kept; null when there is none yet.</param>
    public static Acknowledgements Read(string? setting) =>
        new(setting is null ? [] : JsonSerializer.Deserialize<Dictionary<string, Acknowledged>>(setting) ?? []);

    /// <summary>What to keep as the setting.</summary>
    public string Write() => JsonSerializer.Serialize(_byFinding);

    /// <summary>
    /// The note on a finding of this list; null when it was not acknowledged, or the list was another one.
    /// </summary>
    public string? NoteOn(MedicineFinding finding, string list) =>
        _byFinding.TryGetValue(finding.Key, out var one) && one.List == list ? one.Note : null;

    /// <summary>Keeps the note, and lets go of those for lists that are no more.</summary>
    public Acknowledgements With(MedicineFinding finding, string list, string note)
    {
        var kept = _byFinding.Where(a => a.Value.List == list).ToDictionary(a => a.Key, a => a.Value);
        kept[finding.Key] = new Acknowledged(list, note);
        return new Acknowledgements(kept);
    }

    /// <summary>Takes an acknowledgement back.</summary>
    public Acknowledgements Without(MedicineFinding finding) =>
        new(_byFinding.Where(a => a.Key != finding.Key).ToDictionary(a => a.Key, a => a.Value));

    /// <summary>The same for the same medicines taken in the same way, in whatever order they stand.</summary>
    public static string FingerprintOf(IEnumerable<Medicine> list)
    {
        var lines = list.Select(m =>
                $"{m.Name}|{m.Product}|{m.Route}|{m.Dose}|{m.TimesPerDay}|{m.EveryDays}|{m.AsNeeded}|{m.For}"
            )
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private sealed record Acknowledged(string List, string Note);
}
