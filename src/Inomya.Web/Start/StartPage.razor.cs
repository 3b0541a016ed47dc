using Inomya.Analysis;
using Inomya.Checkins;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Vocabulary;
using Inomya.Web.Hosting;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Start;

public sealed partial class StartPage
{
    /// <summary>The page that says what comes now.</summary>
    private const int Last = 5;

    /// <summary>A longer line is no name of a medicine; more of them are no list that someone typed.</summary>
    private const int LongestName = 200,
        MostNames = 60;

    private Journal _journal = null!;
    private string _zone = "";
    private MeasureList _measures = new([]);
    private IReadOnlyDictionary<SettingKey, string> _settings = new Dictionary<SettingKey, string>();
    private readonly List<(string Name, string Message)> _errors = [];
    private IFormCollection? _form;
    private int _step;
    private int _taken;

    [SupplyParameterFromQuery]
    public int? Step { get; set; }

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _zone = _journal.Days.ZoneAt(_journal.Now).Id;
        _measures = await _journal.MeasuresAsync(Catalogue);
        _settings = await _journal.SettingsAsync();
        _step = Math.Clamp(Step ?? 1, 1, Last);
        _taken = _step < Last ? 0 : (await _journal.AllAsync<Treatment>()).Count;
    }

    /// <summary>From how many recorded days on what can be told: the numbers that the findings page goes by.</summary>
    private IReadOnlyList<(string What, int Days)> Known =>
        [("range", EarlyDays.FewestForRange), ("test", Rules.LeastRecordedDays), ("links", Engine.FewestDays)];

    /// <summary>The country that is known, by name; nothing is taken for it before it was answered.</summary>
    private string Country => _journal.Country is { } code ? CountryNames.Of(Words, code) : "";

    private async Task KeepLook()
    {
        var form = await FormAsync();
        var language = form["language"].ToString() is { Length: > 0 } chosen ? chosen : Look.Language;
        var look = PageContext.Choose(form["theme"], Look.TextSize.ToString(Words.Culture), language, Look.Body);
        LookCookie.Keep(Request.HttpContext!, look);
        await GoOnAsync(from: 1);
    }

    private async Task KeepPersonAsync()
    {
        (_form, _step) = (await FormAsync(), 2);
        var written = _form["country"].ToString().Trim();
        var country = CountryNames.Find(Words, written);
        if (written.Length > 0 && country is null)
            _errors.Add(("country", Words["country.error"]));
        var zone = ZoneNames.Find(Words, _form["zone"]);
        if (zone is null)
            _errors.Add(("zone", Words["you.error.zone"]));
        if (_errors.Count > 0)
            return;
        await KeepAsync(_form["name"].ToString().Trim(), country, zone!);
        await GoOnAsync(from: 2);
    }

    private async Task KeepAsync(string name, string? country, string zone)
    {
        await _journal.LiveInAsync(country);
        if (zone != _zone)
            await _journal.MoveToZoneAsync(_journal.Now, zone);
        if (name.Length > 0)
            await _journal.UpdatePersonAsync(_journal.Person with { Name = name });
    }

    private async Task KeepTrackedAsync()
    {
        var chosen = (await FormAsync())["tracked"].OfType<string>();
        await _journal.SetAsync(Tracked.Setting, Tracked.SettingOf(chosen, _measures));
        await GoOnAsync(from: 3);
    }

    /// <summary>Each line is a medicine taken from today on; one that is there already is left alone.</summary>
    private async Task KeepMedicinesAsync()
    {
        var form = await FormAsync();
        var known = (await _journal.AllAsync<Treatment>()).Select(t => t.Name);
        var names = form["medicines"]
            .ToString()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(name => name.Length <= LongestName)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Except(known, StringComparer.OrdinalIgnoreCase)
            .Take(MostNames)
            .ToList();
        if (names.Count > 0)
            await _journal.RecordAsync(Taken(names, form["submission"]));
        await GoOnAsync(from: 4);
    }

    private Draft Taken(IEnumerable<string> names, string? submission)
    {
        var draft = new Draft("medicine", submission, _journal.Today);
        foreach (var name in names)
        {
            var treatment = new Treatment { Name = name, Kind = Journals.TreatmentKind.Medicine };
            draft.Add(treatment).Add(new Course { TreatmentId = treatment.Id, Start = _journal.Today });
        }
        return draft;
    }

    private async Task GoOnAsync(int from)
    {
        await FirstStart.DoneAsync(_journal);
        Navigation.NavigateTo($"/start?step={from + 1}");
    }

    private string? Typed(string field) => _form?[field];

    private Task<IFormCollection> FormAsync() => Request.HttpContext!.Request.ReadFormAsync();
}
