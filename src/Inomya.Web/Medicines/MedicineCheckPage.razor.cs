using System.Security.Cryptography;
using System.Text;
using Inomya.Medicines;
using Inomya.Web.Design;

namespace Inomya.Web.Medicines;

public sealed partial class MedicineCheckPage
{
    private Journals.Journal _journal = null!;
    private MedicineCheckWords _words = null!;
    private Acknowledgements _acknowledged = null!;
    private string _fingerprint = "";
    private IReadOnlyList<Medicine> _list = [];
    private IReadOnlyList<MedicineFinding> _open = [];
    private IReadOnlyList<(MedicineFinding Finding, string Note)> _done = [];

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _words = new MedicineCheckWords(Medicines, Words);
        var all = await CurrentMedicines.OnAsync(_journal, _journal.Today, Medicines);
        _list = CurrentMedicines.Now(all, _journal.Today);
        _fingerprint = Acknowledgements.FingerprintOf(_list);
        _acknowledged = await AcknowledgedAsync();
        var facts = await CurrentMedicines.FactsAsync(_journal);
        Sort(new MedicineCheck(Medicines).Check(all, _journal.Today, facts));
    }

    private async Task<Acknowledgements> AcknowledgedAsync() =>
        Acknowledgements.Read((await _journal.SettingsAsync()).GetValueOrDefault(Acknowledgements.Setting));

    private void Sort(IReadOnlyList<MedicineFinding> findings)
    {
        var noted = findings.Select(f => (Finding: f, Note: _acknowledged.NoteOn(f, _fingerprint))).ToList();
        _open = [.. noted.Where(f => f.Note is null).Select(f => f.Finding)];
        _done = [.. noted.Where(f => f.Note is not null).Select(f => (f.Finding, f.Note!))];
    }

    private async Task AcknowledgeAsync()
    {
        var form = await Request.HttpContext!.Request.ReadFormAsync();
        if (_open.FirstOrDefault(f => RowOf(f) == RowForm.RowOf(form)) is { } finding)
            await KeepAsync(
                _acknowledged.With(finding, _fingerprint, form[$"note-{RowOf(finding):N}"].ToString().Trim())
            );
        else
            Navigation.NavigateTo("/medicines");
    }

    private async Task ReopenAsync()
    {
        var form = await Request.HttpContext!.Request.ReadFormAsync();
        if (_done.FirstOrDefault(d => RowOf(d.Finding) == RowForm.RowOf(form)).Finding is { } finding)
            await KeepAsync(_acknowledged.Without(finding));
        else
            Navigation.NavigateTo("/medicines");
    }

    private async Task KeepAsync(Acknowledgements acknowledged)
    {
        await _journal.SetAsync(Acknowledgements.Setting, acknowledged.Write());
        Navigation.NavigateTo("/medicines");
    }

    /// <summary>A number for a finding that stays the same from page to page.</summary>
    private static Guid RowOf(MedicineFinding finding) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(finding.Key)).AsSpan(0, 16));
}
