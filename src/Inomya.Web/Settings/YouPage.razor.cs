using System.Globalization;
using Inomya.Importing;
using Inomya.Journals;
using Inomya.Vocabulary;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Settings;

public sealed partial class YouPage
{
    /// <summary>FHIR administrative gender.</summary>
    private static readonly string[] Sexes = ["female", "male", "other"];

    /// <summary>What is known of the person was saved: it is no change of a day, and has no undo.</summary>
    private const string Kept = "done";

    private Journal _journal = null!;
    private string _zone = "";
    private string _country = "";
    private IReadOnlyList<OwnMeasure> _own = [];

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _zone = _journal.Days.ZoneAt(_journal.Now).Id;
        _country = _journal.Country ?? "";
        _own =
        [
            .. (await _journal.AllAsync<OwnMeasure>()).OrderBy(o => o.Name, StringComparer.CurrentCultureIgnoreCase),
        ];
    }

    private async Task SaveAsync()
    {
        _form = await FormAsync();
        _country = _form["country"].ToString();
        if (_country.Length > 0 && Countries.Find(_country) is null)
            Wrong("country", "country.error");
        var (name, zone, year) = (Text("name"), ReadZone(), ReadBirthYear());
        if (_errors.Count > 0)
            return;

        var person = _journal.Person with
        {
            Name = name,
            DayBoundary = Boundary(),
            BirthYear = year,
            Sex = Sexes.Contains(_form["sex"].ToString()) ? _form["sex"].ToString() : null,
        };
        await KeepAsync(person, zone);
        Navigation.NavigateTo($"/you?saved={Kept}");
    }

    private async Task KeepAsync(Person person, string zone)
    {
        await _journal.LiveInAsync(_country.Length == 0 ? null : _country);
        if (zone != _zone)
            await _journal.MoveToZoneAsync(_journal.Now, zone);
        await _journal.UpdatePersonAsync(person);
        if (zone != _zone || person.DayBoundary != _journal.Person.DayBoundary)
            await (await _journal.Store.OfAsync(_journal.Person.Id, Person.Stop)).DeriveDailyValuesAsync();
    }

    private string ReadZone()
    {
        if (ZoneNames.Find(Words, Text("zone")) is { } zone)
            return zone;
        Wrong("zone", "you.error.zone");
        return _zone;
    }

    private int? ReadBirthYear()
    {
        var typed = Text("birth-year");
        if (typed.Length == 0)
            return null;
        if (
            int.TryParse(typed, CultureInfo.InvariantCulture, out var year)
            && year >= 1900
            && year <= _journal.Today.Year
        )
            return year;
        Wrong("birth-year", "you.error.birth-year");
        return null;
    }

    private LocalTime Boundary() =>
        int.TryParse(_form!["boundary"], CultureInfo.InvariantCulture, out var hour) && hour is >= 0 and < 12
            ? new LocalTime(hour, 0)
            : new LocalTime(DayClock.UsualBoundary.Hour, 0);

    private async Task AddOwnAsync()
    {
        _form = await FormAsync();
        var name = Text("own-name");
        var id = MappedCsv.OwnId(name);
        if (name.Length == 0)
            Wrong("own-name", "you.error.own-name");
        else if (_own.Any(o => o.Measure == id))
            Wrong("own-name", "you.error.own-twice");
        else
            Go(await _journal.RecordAsync(Draft(_form).Add(OwnOf(name, id))));
    }

    private Draft Draft(IFormCollection form) => new("edit", form["submission"], _journal.Today);

    private OwnMeasure OwnOf(string name, string id)
    {
        var kind = KindOf(_form!["own-kind"].ToString());
        var isScale = kind == MeasureKind.Scale;
        return new OwnMeasure
        {
            Id = Recorded.ImportId("own-measure", id),
            Measure = id,
            Name = name,
            Kind = kind,
            Asked = true,
            Better =
                Enum.TryParse<Better>(_form["own-better"], ignoreCase: true, out var way) && Enum.IsDefined(way)
                    ? way
                    : Better.Neither,
            ScaleLow = isScale ? Scale.NumericRating.Low : null,
            ScaleTop = isScale ? Scale.NumericRating.Top : null,
            Unit = UnitOf(kind, Text("own-unit")),
            Daily = DailyOf(kind),
            Role = _form["own-role"] == "symptom" ? MeasureRole.Symptom : RoleOf(kind),
        };
    }

    private static MeasureKind KindOf(string chosen) =>
        chosen switch
        {
            "yesno" => MeasureKind.YesNo,
            "quantity" => MeasureKind.Quantity,
            _ => MeasureKind.Scale,
        };

    private static string UnitOf(MeasureKind kind, string typed) =>
        kind switch
        {
            MeasureKind.Scale => "{score}",
            MeasureKind.Quantity when typed.Length > 0 => typed,
            _ => "1",
        };

    private static DailyRule DailyOf(MeasureKind kind) =>
        kind switch
        {
            MeasureKind.YesNo => DailyRule.Max,
            MeasureKind.Quantity => DailyRule.Sum,
            _ => DailyRule.Mean,
        };

    private static MeasureRole RoleOf(MeasureKind kind) =>
        kind switch
        {
            MeasureKind.YesNo => MeasureRole.Binary,
            MeasureKind.Quantity => MeasureRole.Numeric,
            _ => MeasureRole.Ordinal,
        };

    private async Task AskAsync()
    {
        var form = await FormAsync();
        var own = _own.FirstOrDefault(o => o.Id == RowForm.RowOf(form));
        Go(own is null ? null : await _journal.RecordAsync(Draft(form).Correct(own, own with { Asked = !own.Asked })));
    }

    private IReadOnlyList<Option> OptionsOf(string key, params string[] values) =>
        [.. values.Select(v => new Option(v, Words[$"{key}.{v}"]))];

    private void Go(Change? change) => Navigation.NavigateTo($"/you?{Done.Query(change)}");
}
