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
    private IReadOnlyList<(string Name, string Message)> _errors = [];
    private IFormCollection? _form;

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
        var wrong = new List<(string, string)>();
        var name = _form["name"].ToString().Trim();
        var zone = _form["zone"].ToString().Trim();
        var year = _form["birth-year"].ToString().Trim();
        _country = _form["country"].ToString();
        if (_country.Length > 0 && Countries.Find(_country) is null)
            wrong.Add(("country", Words["country.error"]));
        if (name.Length == 0)
            wrong.Add(("name", Words["you.error.name"]));
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            wrong.Add(("zone", Words["you.error.zone"]));
        if (
            year.Length > 0
            && (!int.TryParse(year, CultureInfo.InvariantCulture, out var y) || y < 1900 || y > _journal.Today.Year)
        )
            wrong.Add(("birth-year", Words["you.error.birth-year"]));
        _errors = wrong;
        if (wrong.Count > 0)
            return;

        var hour =
            int.TryParse(_form["boundary"], CultureInfo.InvariantCulture, out var h) && h is >= 0 and < 12
                ? h
                : DayClock.UsualBoundary.Hour;
        var boundary = new LocalTime(hour, 0);
        await _journal.LiveInAsync(_country.Length == 0 ? null : _country);
        if (zone != _zone)
            await _journal.MoveToZoneAsync(_journal.Now, zone);
        await _journal.UpdatePersonAsync(
            _journal.Person with
            {
                Name = name,
                DayBoundary = boundary,
                BirthYear = year.Length == 0 ? null : int.Parse(year, CultureInfo.InvariantCulture),
                Sex = Sexes.Contains(_form["sex"].ToString()) ? _form["sex"].ToString() : null,
            }
        );
        if (zone != _zone || boundary != _journal.Person.DayBoundary)
            await (await _journal.Store.OfAsync(_journal.Person.Id)).DeriveDailyValuesAsync();
        Navigation.NavigateTo($"/you?saved={Kept}");
    }

    private async Task AddOwnAsync()
    {
        _form = await FormAsync();
        var name = _form["own-name"].ToString().Trim();
        var id = MappedCsv.OwnId(name);
        if (name.Length == 0)
            _errors = [("own-name", Words["you.error.own-name"])];
        else if (_own.Any(o => o.Measure == id))
            _errors = [("own-name", Words["you.error.own-twice"])];
        if (_errors.Count > 0)
            return;

        var kind = _form["own-kind"].ToString() switch
        {
            "yesno" => MeasureKind.YesNo,
            "quantity" => MeasureKind.Quantity,
            _ => MeasureKind.Scale,
        };
        var unit = _form["own-unit"].ToString().Trim();
        var own = new OwnMeasure
        {
            Id = Recorded.ImportId("own-measure", id),
            Measure = id,
            Name = name,
            Kind = kind,
            Asked = true,
            Better = Enum.TryParse<Better>(_form["own-better"], ignoreCase: true, out var better)
                ? better
                : Better.Neither,
            ScaleLow = kind == MeasureKind.Scale ? Scale.NumericRating.Low : null,
            ScaleTop = kind == MeasureKind.Scale ? Scale.NumericRating.Top : null,
            Unit = kind switch
            {
                MeasureKind.Scale => "{score}",
                MeasureKind.Quantity when unit.Length > 0 => unit,
                _ => "1",
            },
            Daily = kind switch
            {
                MeasureKind.YesNo => DailyRule.Max,
                MeasureKind.Quantity => DailyRule.Sum,
                _ => DailyRule.Mean,
            },
            Role =
                _form["own-role"] == "symptom"
                    ? MeasureRole.Symptom
                    : kind switch
                    {
                        MeasureKind.YesNo => MeasureRole.Binary,
                        MeasureKind.Quantity => MeasureRole.Numeric,
                        _ => MeasureRole.Ordinal,
                    },
        };
        Go(await _journal.RecordAsync(new Draft("edit", _form["submission"], _journal.Today).Add(own)));
    }

    private async Task AskAsync()
    {
        var form = await FormAsync();
        var own = _own.FirstOrDefault(o => o.Id == RowForm.RowOf(form));
        Go(
            own is null
                ? null
                : await _journal.RecordAsync(
                    new Draft("edit", form["submission"], _journal.Today).Correct(own, own with { Asked = !own.Asked })
                )
        );
    }

    private IReadOnlyList<Option> OptionsOf(string key, params string[] values) =>
        [.. values.Select(v => new Option(v, Words[$"{key}.{v}"]))];

    private string? Typed(string field) =>
        _form is not null && _form.ContainsKey(field) ? _form[field].ToString() : null;

    private Task<IFormCollection> FormAsync() => Request.HttpContext!.Request.ReadFormAsync();

    private void Go(Change? change) => Navigation.NavigateTo($"/you?{Done.Query(change)}");
}
