using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Series;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using NodaTime;
using static Inomya.Web.Shell.IsoDay;

namespace Inomya.Web.Days;

public sealed partial class DayPage
{
    private Journal? _journal;
    private LocalDate _day;
    private MeasureList _measures = new([]);
    private IReadOnlyList<Entry> _entries = [];
    private IReadOnlyList<Note> _notes = [];
    private IReadOnlyList<(string Name, string Value)> _intakes = [],
        _device = [];
    private IReadOnlyList<Change> _changes = [];
    private Flare? _flare;

    [Parameter]
    public string DayText { get; set; } = "";

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    protected override async Task LoadAsync()
    {
        var journal = await Person.OpenAsync();
        if (DayOf(DayText) is not { } day || day > journal.Today)
        {
            NotHere();
            return;
        }
        _day = day;
        var read = await journal.DayAsync(day);
        _measures = MeasureList.Of(Catalogue, read.OwnMeasures);
        (_entries, _notes, _flare, _changes) = (read.Entries, read.Notes, read.Flare, read.Changes);
        _intakes = IntakesOf(read);
        _device = await OfDevicesAsync(journal, read);
        _journal = journal;
    }

    /// <summary>What is about weight and burning is put away where everything about food is.</summary>
    private async Task<IReadOnlyList<(string Name, string Value)>> OfDevicesAsync(Journal journal, DayRead read)
    {
        var ofDay = read.Devices.Where(d => d.Day == _day).ToList();
        var hides =
            ofDay.Exists(d => IsPutAway(d.Measure)) && await FoodPutAway.IsAsync(journal, Catalogue.Food, Person.Stop);
        return
        [
            .. ofDay
                .Where(d => !(hides && IsPutAway(d.Measure)))
                .Select(d => (Name(d.Measure), ByDevice(d.Measure, d.Value))),
        ];
    }

    private bool IsPutAway(string measure) => _measures.Find(measure) is { PutAway: true };

    private string ByDevice(string measure, double value)
    {
        var known = _measures.Find(measure);
        return Words.ValueOf(known, value, null, known?.Unit ?? "1");
    }

    private bool IsEmpty => _entries.Count == 0 && _notes.Count == 0 && _intakes.Count == 0 && _device.Count == 0;

    private IReadOnlyList<(string Name, string Value)> Rated =>
        [
            .. _entries
                .Where(e => e is { Source: Checkin.Source, Region: null })
                .OrderBy(e => _measures.PlaceOf(e.Measure))
                .Select(e => (NameOf(e), TextOf(e))),
        ];

    /// <summary>Rated for a moment of the day, by the person themselves.</summary>
    private IReadOnlyList<Entry> Moments => [.. _entries.Where(e => e.Source == Moment.Source)];

    private IReadOnlyList<Entry> Imported =>
        [.. _entries.Where(e => e.Source is not (Checkin.Source or Moment.Source))];

    private IReadOnlyList<Entry> Hurting => [.. _entries.Where(e => e is { Measure: Checkin.PainArea, Value: 1 })];

    private IReadOnlyList<Entry> Strengths =>
        [.. _entries.Where(e => e is { Measure: "pain", Region: not null, Value: not null })];

    /// <summary>
    /// How deep each place is shaded, 0 to 10: by its rating, or by half for a place that hurt without one.
    /// </summary>
    private Dictionary<string, double> Shading
    {
        get
        {
            const double Unrated = 5;
            var shading = Hurting.GroupBy(e => e.Region!).ToDictionary(e => e.Key, _ => Unrated);
            foreach (var rated in Strengths)
                shading[rated.Region!] = rated.Value!.Value / (rated.ScaleTop ?? 10) * 10;
            return shading;
        }
    }

    private async Task RemoveAsync() =>
        Navigation.NavigateTo(
            $"/days/{Iso(_day)}?{Done.Query(await _journal!.RemoveRowAsync(await Request.HttpContext!.Request.ReadFormAsync(), _entries, _ => _day))}"
        );

    private IReadOnlyList<(string, string)> IntakesOf(DayRead read) =>
        [
            .. read
                .Intakes.Where(i => i.Day == read.Day && read.Treatments.ContainsKey(i.TreatmentId))
                .Select(i =>
                    (
                        read.Treatments[i.TreatmentId],
                        WithAmount(
                            Words[
                                $"checkin.intake.{(i.Status == IntakeStatus.Extra ? "taken" : i.Status.ToString().ToLowerInvariant())}"
                            ],
                            i
                        )
                    )
                ),
        ];

    private string WithAmount(string status, Intake intake) =>
        intake.Amount is { } amount
            ? Words[
                "day.medicines.amount",
                ("name", status),
                ("amount", $"{Words.Number(amount, 3)} {intake.AmountUnit}")
            ]
        : intake.AsWritten is { } text ? Words["day.medicines.amount", ("name", status), ("amount", text)]
        : status;

    private bool CanUndo(Change change) => change.Kind != "import" && !_changes.Any(c => c.UndoesId == change.Id);

    private string WhatOf(Change change)
    {
        var what = Words.Has($"change.{change.Kind}") ? Words[$"change.{change.Kind}"] : change.Kind;
        return _changes.Any(c => c.UndoesId == change.Id) ? Words["day.history.undone", ("what", what)] : what;
    }

    private string TimeOf(Change change)
    {
        var local = change.At.InZone(_journal!.Days.ZoneAt(change.At));
        return $"{Words.ShortDay(local.Date)} {Words.Clock(local.TimeOfDay)}";
    }

    private string NameOf(Entry entry) =>
        entry.Region is { } region ? $"{Name(entry.Measure)}, {Words[$"region.{region}"]}" : Name(entry.Measure);

    private string TextOf(Entry entry) =>
        entry.Value is { } value
            ? Words.ValueOf(_measures.Find(entry.Measure), value, entry.Scale, entry.Unit)
            : entry.Text ?? "";

    private string Name(string measure) => _measures.Find(measure) is { } m ? Words.NameOf(m) : measure;
}
