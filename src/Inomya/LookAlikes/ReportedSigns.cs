using Inomya.Journals;
using Inomya.Medicines;
using NodaTime;

namespace Inomya.LookAlikes;

/// <summary>What a person recorded that can speak for or against a look-alike, read once.</summary>
/// <param name="Today">The person's day.</param>
/// <param name="Entries">Of the last <see cref="WindowDays"/> days.</param>
/// <param name="Medicines">Ids of the substances taken today and of every class they belong to.</param>
/// <param name="MedicineNames">As written, of everything taken today, also of what the catalogue does not know.</param>
public sealed record ReportedSigns(
    LocalDate Today,
    Person Person,
    IReadOnlyList<Mark> Marks,
    IReadOnlyList<LabResult> Labs,
    IReadOnlyList<Examination> Examinations,
    IReadOnlyList<HistoryItem> Story,
    IReadOnlyList<Response> Responses,
    IReadOnlyList<Entry> Entries,
    IReadOnlyDictionary<string, string> Medicines,
    IReadOnlyList<string> MedicineNames
)
{
    /// <summary>The longest stretch of days that a clue may ask about.</summary>
    public const int WindowDays = 28;

    public static async Task<ReportedSigns> ReadAsync(
        Journal journal,
        MedicineCatalogue medicines,
        CancellationToken stop = default
    )
    {
        var today = journal.Today;
        // the list for the check also has what ended lately: that is not taken now
        var taken = CurrentMedicines.Now(await CurrentMedicines.OnAsync(journal, today, medicines, stop), today);
        return new ReportedSigns(
            today,
            journal.Person,
            await journal.AllAsync<Mark>(stop),
            await journal.AllAsync<LabResult>(stop),
            await journal.AllAsync<Examination>(stop),
            await journal.AllAsync<HistoryItem>(stop),
            await journal.AllAsync<Response>(stop),
            await journal.EntriesAsync(today.PlusDays(1 - WindowDays), today, stop),
            Groups(taken, medicines),
            [.. taken.Select(m => m.Name)]
        );
    }

    /// <summary>The current mark of an item; null when nothing was said.</summary>
    public Mark? MarkOf(MarkKind kind, string subject) =>
        Marks.FirstOrDefault(m => m.Kind == kind && m.Subject == subject);

    /// <summary>Each group with the name, as written, of a medicine that belongs to it.</summary>
    private static Dictionary<string, string> Groups(IReadOnlyList<Medicine> taken, MedicineCatalogue catalogue)
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var medicine in taken)
        foreach (var group in catalogue.Names.Read(medicine.Name).Parts.SelectMany(p => p.Substance.Groups))
            groups.TryAdd(group, medicine.Name);
        return groups;
    }
}
