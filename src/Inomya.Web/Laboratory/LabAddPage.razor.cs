using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using static Inomya.Web.Shell.IsoDay;

namespace Inomya.Web.Laboratory;

public sealed partial class LabAddPage
{
    private Journal _journal = null!;
    private LabResult? _editing;
    private LabTest? _test;
    private string? _typed;
    private IReadOnlyList<LabTest> _found = [];
    private IReadOnlyList<(string Name, string Message)> _errors = [];
    private IFormCollection? _form;

    /// <summary>Id of a test of the library, or "other".</summary>
    [SupplyParameterFromQuery(Name = "test")]
    public string? Test { get; set; }

    [SupplyParameterFromQuery(Name = "edit")]
    public Guid? Edit { get; set; }

    private bool IsChosen => _editing is not null || _test is not null || Test == "other";

    private string? UnitHint =>
        _test is { Units.Count: > 0 }
            ? Words[
                "lab.unit.such-as",
                ("units", string.Join(", ", _test.Units.Prepend(_test.Unit!).Select(LabUnit.Show)))
            ]
            : Words["lab.unit.hint"];

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        if (Edit is { } id)
            _editing = await _journal.FindAsync<LabResult>(id);
        _test =
            _editing is not null ? Tests.Of(_editing)
            : Test is null ? null
            : Tests.Find(Test);
    }

    private async Task FindAsync()
    {
        _typed = (await FormAsync())["find"].ToString().Trim();
        _found = Tests.Search(_typed, Words.NameOf);
    }

    private async Task SaveAsync()
    {
        _form = await FormAsync();
        var wrong = new List<(string, string)>();
        var name = _test?.Id ?? Text("name");
        if (name.Length == 0)
            wrong.Add(("name", Words["lab.error.name"]));
        var day = DayOf(Text("day"));
        if (day is null || day > _journal.Today)
            wrong.Add(("day", Words["lab.error.day"]));
        var (comparator, number, words) = Value(Text("value"));
        if (number is null && words is null)
            wrong.Add(("value", Words["lab.error.value"]));
        if (!NumberField.TryRead(Text("low"), out var low))
            wrong.Add(("low", Words["lab.error.range"]));
        if (!NumberField.TryRead(Text("high"), out var high))
            wrong.Add(("high", Words["lab.error.range"]));
        if (low > high)
            wrong.Add(("high", Words["lab.error.upside-down"]));
        var known = _test ?? Tests.Of(null, name);
        // a word has no unit, even when the field was filled in for a number
        var unit =
            number is null || Text("unit").Length == 0
                ? null
                : (known?.UnitOf(Text("unit")) ?? LabUnit.Parse(Text("unit")))?.Code ?? Text("unit");
        _errors = wrong;
        if (wrong.Count > 0)
            return;

        var result = new LabResult
        {
            Test = known?.Id ?? name,
            Loinc = _editing?.Loinc ?? known?.Loinc.FirstOrDefault(),
            Day = day!.Value,
            Value = number,
            Comparator = comparator,
            Text = words,
            Unit = unit,
            RangeLow = low,
            RangeHigh = high,
            Lab = Text("lab") is { Length: > 0 } lab ? lab : null,
            Source = _editing?.Source ?? "typed",
        };
        var draft = new Draft("lab", _form["submission"], result.Day);
        var change = await _journal.RecordAsync(_editing is null ? draft.Add(result) : draft.Correct(_editing, result));
        Navigation.NavigateTo($"/laboratory/test/{_editing?.Id ?? result.Id}?{Done.Query(change)}");
    }

    /// <summary>A number, a limit such as "&lt; 5", or words such as "negative".</summary>
    private static (string? Comparator, double? Number, string? Words) Value(string typed)
    {
        if (typed.Length == 0)
            return (null, null, null);
        var sign = ((string[])["<=", ">=", "<", ">"]).FirstOrDefault(s =>
            typed.StartsWith(s, StringComparison.Ordinal)
        );
        if (NumberField.TryRead(typed[(sign?.Length ?? 0)..], out var number) && number is not null)
            return (sign, number, null);
        return sign is null && typed.Any(char.IsLetter) ? (null, null, typed)
            : typed.Contains(':', StringComparison.Ordinal) ? (null, null, typed)
            : (null, null, null);
    }

    private string AsTyped(LabResult result) =>
        result.Value is { } value ? $"{result.Comparator}{Plain(value)}" : result.Text ?? "";

    private string? Plain(double? value) => value?.ToString("0.######", Words.Culture);

    private string? Typed(string field, string? before) => _form is null ? before : _form[field].ToString();

    private string Text(string field) => _form![field].ToString().Trim();

    private Task<IFormCollection> FormAsync() => Request.HttpContext!.Request.ReadFormAsync();
}
