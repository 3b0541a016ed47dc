using System.Security.Cryptography;
using System.Text;
using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Medicines;

public sealed partial class MedicineCheckPage
{
    private Journal _journal = null!;
    private MedicineCheckWords _words = null!;
    private Acknowledgements _acknowledged = null!;
    private string _fingerprint = "";
    private IReadOnlyList<Medicine> _list = [];
    private IReadOnlyList<MedicineFinding> _open = [];
    private IReadOnlyList<(MedicineFinding Finding, string Note)> _done = [];

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _words = new MedicineCheckWords(Medicines, Words);
        var all = await CurrentMedicines.OnAsync(_journal, _journal.Today, Medicines);
        _list = CurrentMedicines.Now(all, _journal.Today);
        _fingerprint = Acknowledgements.FingerprintOf(_list);
        _acknowledged = await Acknowledgements.ReadAsync(_journal);
        Sort(new MedicineCheck(Medicines).Check(all, _journal.Today, await CurrentMedicines.FactsAsync(_journal)));
    }

    private void Sort(IReadOnlyList<MedicineFinding> findings)
    {
        var noted = findings.Select(f => (Finding: f, Note: _acknowledged.NoteOn(f, _fingerprint))).ToList();
        _open = [.. noted.Where(f => f.Note is null).Select(f => f.Finding)];
        _done = [.. noted.Where(f => f.Note is not null).Select(f => (f.Finding, f.Note!))];
    }

    private async Task AcknowledgeAsync()
    {
        var form = await Request.HttpContext!.Request.ReadFormAsync();
        var finding = _open.FirstOrDefault(f => RowOf(f) == RowForm.RowOf(form));
        await RecordAsync(
            finding is null
                ? null
                : _acknowledged.Tick(finding, _fingerprint, NoteIn(form, finding), _journal.Today, form["submission"])
        );
    }

    private async Task ReopenAsync()
    {
        var form = await Request.HttpContext!.Request.ReadFormAsync();
        var finding = _done.FirstOrDefault(d => RowOf(d.Finding) == RowForm.RowOf(form)).Finding;
        await RecordAsync(finding is null ? null : _acknowledged.Reopen(finding, _journal.Today, form["submission"]));
    }

    private static string NoteIn(IFormCollection form, MedicineFinding finding) =>
        form[$"note-{RowOf(finding):N}"].ToString().Trim();

    /// <param name="draft">Null where the finding is dealt with already, or there no more.</param>
    private async Task RecordAsync(Draft? draft) =>
        Navigation.NavigateTo($"/medicines?{Done.Query(draft is null ? null : await _journal.RecordAsync(draft))}");

    /// <summary>A number for a finding that stays the same from page to page.</summary>
    private static Guid RowOf(MedicineFinding finding) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(finding.Key)).AsSpan(0, 16));
}
