using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;
using static Inomya.Web.Shell.IsoDay;

namespace Inomya.Web.Laboratory;

public sealed partial class LabAddPage
{
    private static readonly string[] Comparators = ["<=", ">=", "<", ">"];

    private Journal _journal = null!;
    private LabResult? _editing;
    private LabTest? _test;
    private string? _typed;
    private IReadOnlyList<LabTest> _found = [];

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
        var result = ReadResult();
        if (_errors.Count == 0)
            await KeepAsync(result);
    }

    private async Task KeepAsync(LabResult result)
    {
        var draft = new Draft("lab", _form!["submission"], result.Day);
        var change = await _journal.RecordAsync(_editing is null ? draft.Add(result) : draft.Correct(_editing, result));
        Navigation.NavigateTo($"/laboratory/test/{_editing?.Id ?? result.Id}?{Done.Query(change)}");
    }

    /// <summary>The result that was sent; of use only when nothing is wrong with it.</summary>
    private LabResult ReadResult()
    {
        var name = ReadName();
        var day = ReadDay();
        var (comparator, number, words) = ReadValue();
        var (low, high) = ReadRange();
        var known = _test ?? Tests.Of(null, name);
        return new LabResult
        {
            Test = known?.Id ?? name,
            Loinc = _editing?.Loinc ?? known?.Loinc.FirstOrDefault(),
            Day = day,
            Value = number,
            Comparator = comparator,
            Text = words,
            // a word has no unit, even when the field was filled in for a number
            Unit = number is null ? null : UnitOf(known),
            RangeLow = low,
            RangeHigh = high,
            Lab = Text("lab") is { Length: > 0 } lab ? lab : null,
            Source = _editing?.Source ?? "typed",
        };
    }

    private string ReadName()
    {
        var name = _test?.Id ?? Text("name");
        if (name.Length == 0)
            Wrong("name", "lab.error.name");
        return name;
    }

    private LocalDate ReadDay()
    {
        if (DayOf(Text("day")) is { } day && day <= _journal.Today)
            return day;
        Wrong("day", "lab.error.day");
        return _journal.Today;
    }

    private (string? Comparator, double? Number, string? Words) ReadValue()
    {
        var value = Value(Text("value"));
        if (value.Number is null && value.Words is null)
            Wrong("value", "lab.error.value");
        return value;
    }

    private (double? Low, double? High) ReadRange()
    {
        if (!NumberField.TryRead(Text("low"), out var low))
            Wrong("low", "lab.error.range");
        if (!NumberField.TryRead(Text("high"), out var high))
            Wrong("high", "lab.error.range");
        if (low > high)
            Wrong("high", "lab.error.upside-down");
        return (low, high);
    }

    private string? UnitOf(LabTest? test) =>
        Text("unit") is { Length: > 0 } unit ? (test?.UnitOf(unit) ?? LabUnit.Parse(unit))?.Code ?? unit : null;

    /// <summary>A number, a limit such as "&lt; 5", or words such as "negative".</summary>
    private static (string? Comparator, double? Number, string? Words) Value(string typed)
    {
        var sign = Comparators.FirstOrDefault(s => typed.StartsWith(s, StringComparison.Ordinal));
        if (NumberField.TryRead(typed[(sign?.Length ?? 0)..], out var number) && number is not null)
            return (sign, number, null);
        return (null, null, IsWords(typed, sign) ? typed : null);
    }

    /// <summary>A titre such as "1:80", or letters that do not stand behind a sign.</summary>
    private static bool IsWords(string typed, string? sign) =>
        typed.Contains(':', StringComparison.Ordinal) || (sign is null && typed.Any(char.IsLetter));

    private string AsTyped(LabResult result) =>
        result.Value is { } value ? $"{result.Comparator}{Plain(value)}" : result.Text ?? "";

    private string? Plain(double? value) => value?.ToString("0.######", Words.Culture);
}
