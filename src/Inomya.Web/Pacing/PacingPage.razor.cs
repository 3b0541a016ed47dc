using System.Globalization;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Journals;
using Inomya.Pacing;
using Inomya.Series;
using Inomya.Vocabulary;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Pacing;

public sealed partial class PacingPage
{
    /// <summary>
    /// The setting that holds the person's own heart rate cue in beats a minute; without it there is none.
    /// </summary>
    private static readonly SettingKey HeartSetting = new("pacing.heart-cue");

    /// <summary>The share of costs shown that may be chance; as everywhere.</summary>
    private const double FalseAlarm = 0.05;

    private const int MostBusts = 5;

    private Journal _journal = null!;
    private IReadOnlyList<Activity> _diary = [],
        _today = [];
    private PacingReview? _pacing;
    private double? _budget;
    private int _daysMissing;
    private bool _inFlare,
        _afterBoom;
    private IReadOnlyList<Bust> _busts = [];
    private IReadOnlyList<ActivityCost> _costs = [];
    private string _measure = "";
    private double? _heart;

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        var settings = await _journal.SettingsAsync();
        _heart = NumberField.TryRead(settings.GetValueOrDefault(HeartSetting), out var cue) ? cue : null;
        await ReadDiaryAsync(_journal.Today);
        if (_pacing is not null)
            await ReviewAsync(_pacing, _journal.Today, settings.GetValueOrDefault(JournalFindings.OutcomeSetting));
    }

    private async Task ReadDiaryAsync(LocalDate today)
    {
        _diary = await _journal.AllAsync<Activity>();
        _today = [.. _diary.Where(a => a.Day == today)];
        _pacing = PacingReview.Of(_diary, today);
        _inFlare = await IsInFlareAsync(today);
        _budget = _pacing?.Budget(today, _inFlare, Rules);
        _daysMissing = Math.Max(1, Rules.LeastDays - DaysBefore(today));
    }

    private async Task<bool> IsInFlareAsync(LocalDate day) =>
        (await _journal.AllAsync<Flare>()).Any(f => f.Covers(day));

    private int DaysBefore(LocalDate today) => _diary.Where(a => a.Day < today).Select(a => a.Day).Distinct().Count();

    private async Task ReviewAsync(PacingReview pacing, LocalDate today, string? chosen)
    {
        _afterBoom = pacing.Usual(today, Rules) is { } usual && pacing.AfterBoom(today, usual, Rules);
        _busts = pacing.Busts(Rules);
        if (
            await DaySeriesReader.ReadAsync(_journal, Catalogue, pacing.First, today) is { } series
            && JournalFindings.OutcomeOf(series, chosen) is { } outcome
        )
            (_measure, _costs) = (Words.NameOf(outcome), pacing.Costs(series, outcome, FalseAlarm, Person.Stop));
    }

    private double Used => _today.Sum(a => a.Units);

    private double[] PictureValues => [.. _pacing!.Load.TakeLast(Rules.PictureDays)];

    private LocalDate PictureStart => _pacing!.Last.PlusDays(1 - PictureValues.Length);

    private async Task TakeAsync()
    {
        _form = await FormAsync();
        var result = await Forms.TakeAsync(_form);
        _errors.AddRange(result.Wrong.Select(field => (field, Words[$"pacing.error.{field}"])));
        if (_errors.Count == 0)
            Navigation.NavigateTo($"/pacing?{Done.Query(result.Change)}");
    }

    private async Task RemoveAsync() =>
        Navigation.NavigateTo(
            $"/pacing?{Done.Query(await _journal.RemoveRowAsync(await FormAsync(), _diary, a => a.Day))}"
        );

    private async Task SaveHeartAsync()
    {
        _form = await FormAsync();
        var on = _form.ContainsKey("heart-on");
        if (on && !IsHeartRate(_form["heart"]))
            _errors.Add(("heart", Words["pacing.heart.error", ("low", HeartRange.Low), ("top", HeartRange.Top)]));
        else
        {
            await _journal.SetAsync(HeartSetting, on ? _form["heart"].ToString().Trim() : "");
            Navigation.NavigateTo("/pacing");
        }
    }

    private Scale HeartRange => Catalogue.Find("resting_heart_rate")!.Plausible!.Value;

    private bool IsHeartRate(string? typed) =>
        NumberField.TryRead(typed, out var cue) && cue is { } value && HeartRange.Holds(value);

    private IReadOnlyList<Option> Kinds =>
        [
            .. Enum.GetValues<ActivityKind>()
                .Where(k => k != ActivityKind.Rest)
                .Select(k => new Option(k.ToString(), KindOf(k), Words[$"pacing.kind.{AnalysisFiles.Key(k)}.hint"])),
        ];

    private IReadOnlyList<Option> Sizes =>
        [
            .. Rules.Units.Select(
                (units, i) =>
                    new Option(
                        i.ToString(CultureInfo.InvariantCulture),
                        Words[$"pacing.size.{i}"],
                        Words.Count("pacing.size.hint", (int)Math.Round(units))
                    )
            ),
        ];

    private string KindOf(ActivityKind kind) => Words[$"pacing.kind.{AnalysisFiles.Key(kind)}"];

    private string Units(double units) => Words.Count("pacing.units", (int)Math.Round(units));
}
