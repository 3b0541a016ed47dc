using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Medicines;

/// <summary>Findings that the person has dealt with, each with their note.</summary>
/// <remarks>
/// An acknowledgement is a mark on a finding. It holds for one list: when the list changes, the finding comes back.
/// Before there were such marks all of them were one setting, <see cref="OldSetting"/>. It is read as long as no mark says
/// anything newer of the same finding, and never written again.
/// </remarks>
public sealed class Acknowledgements
{
    /// <summary>The setting in which journals of before kept them.</summary>
    public static readonly SettingKey OldSetting = new("medicine-check.acknowledged");

    private const string ChangeKind = "mark";

    private readonly Dictionary<Guid, Mark> _marks;
    private readonly Dictionary<string, Acknowledged> _old;

    /// <param name="old"><see cref="OldSetting"/> as it was kept; null when there is none.</param>
    private Acknowledgements(IReadOnlyList<Mark> marks, string? old)
    {
        _marks = marks.Where(m => m.Kind == MarkKind.MedicineFinding).ToDictionary(m => m.Id);
        _old = string.IsNullOrEmpty(old) ? [] : JsonSerializer.Deserialize<Dictionary<string, Acknowledged>>(old) ?? [];
    }

    public static async Task<Acknowledgements> ReadAsync(Journal journal, CancellationToken stop = default) =>
        new(await journal.AllAsync<Mark>(stop), (await journal.SettingsAsync(stop)).GetValueOrDefault(OldSetting));

    /// <summary>
    /// The note on a finding of this list; null when it was not acknowledged, or the list was another one.
    /// </summary>
    public string? NoteOn(MedicineFinding finding, string list)
    {
        if (_marks.GetValueOrDefault(IdOf(finding)) is { } mark)
            return mark.Answer == list ? mark.Text ?? "" : null;
        return _old.TryGetValue(finding.Key, out var one) && one.List == list ? one.Note : null;
    }

    /// <summary>The change that ticks a finding off for this list.</summary>
    /// <param name="key">The submission's own id.</param>
    public Draft Tick(MedicineFinding finding, string list, string note, LocalDate day, string? key) =>
        Set(MarkOf(finding, list, note, day), key);

    /// <summary>The change that opens it again: a mark that is for no list, which also stands before an old setting.</summary>
    public Draft Reopen(MedicineFinding finding, LocalDate day, string? key) => Set(MarkOf(finding, "", "", day), key);

    private Draft Set(Mark mark, string? key)
    {
        var draft = new Draft(ChangeKind, key);
        return _marks.GetValueOrDefault(mark.Id) is { } before ? draft.Correct(before, mark) : draft.Add(mark);
    }

    private static Mark MarkOf(MedicineFinding finding, string list, string note, LocalDate day) =>
        new()
        {
            Id = IdOf(finding),
            Kind = MarkKind.MedicineFinding,
            Subject = finding.Key,
            Answer = list,
            Day = day,
            Text = note.Length > 0 ? note : null,
        };

    private static Guid IdOf(MedicineFinding finding) => Mark.IdOf(MarkKind.MedicineFinding, finding.Key);

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
