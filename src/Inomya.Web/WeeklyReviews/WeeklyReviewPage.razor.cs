using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Vocabulary;
using Inomya.Web.Shell;
using Inomya.WeeklyReviews;
using Microsoft.AspNetCore.Components;

namespace Inomya.Web.WeeklyReviews;

public sealed partial class WeeklyReviewPage
{
    private const string Here = "/weekly-review";

    private Journal _journal = null!;
    private WeeklyReview _review = new([], null, [], false);
    private MeasureList _measures = new([]);
    private IReadOnlyDictionary<SettingKey, string> _settings = new Dictionary<SettingKey, string>();
    private IReadOnlyList<Measure> _notAsked = [];
    private AskedByValue? _byValue;
    private bool _canAskByValue;
    private bool _hides,
        _functionFirst;

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    /// <summary>Id of the question that was just dropped: it can be asked again with one tap.</summary>
    [SupplyParameterFromQuery]
    public string? Dropped { get; set; }

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _settings = await _journal.SettingsAsync();
        _measures = await _journal.MeasuresAsync(Catalogue);
        _review = await WeeklyReview.ReadAsync(_journal, Catalogue, Rules, Design, Person.Stop);
        (_hides, _functionFirst) = (AskedQuestions.HidesNumbers(_settings), Tracked.IsFunctionFirst(_settings));
        _byValue = AskedByValue.Of(_settings);
        _canAskByValue = await AskingChoice.OfAsync(_journal, Catalogue, Rules, Person.Stop) is not null;
        var ownNotAsked = (await _journal.AllAsync<OwnMeasure>()).Where(o => !o.Asked).Select(o => o.ToMeasure());
        _notAsked = [.. Tracked.Offered(_measures).Where(m => !Tracked.Is(m, _settings)), .. ownNotAsked];
    }

    /// <summary>How the person's own questions are asked now.</summary>
    private string ByValue =>
        _byValue is null ? Words["weekly.by-value.all"]
        : _byValue.Until < _journal.Today ? Words["weekly.by-value.ended", ("day", _byValue.Until)]
        : Words[
            "weekly.by-value.part",
            ("asked", _byValue.PerDay),
            ("of", _byValue.Ranked.Count),
            ("day", _byValue.Until)
        ];

    private bool IsWeekly => Rhythm.Of(_settings) == Rhythm.Weekly;

    /// <summary>What the small forms of the page are taken by.</summary>
    private (string Name, EventCallback Take)[] Handlers =>
        [
            ("drop", EventCallback.Factory.Create(this, DropAsync)),
            ("again", EventCallback.Factory.Create(this, AgainAsync)),
            ("rhythm", EventCallback.Factory.Create(this, SetRhythmAsync)),
            ("order", EventCallback.Factory.Create(this, SetOrderAsync)),
            ("numbers", EventCallback.Factory.Create(this, SetNumbersAsync)),
            ("by-value", EventCallback.Factory.Create(this, SetByValueAsync)),
            ("done", EventCallback.Factory.Create(this, FinishAsync)),
        ];

    private async Task DropAsync()
    {
        var form = await FormAsync();
        var measure = form["measure"].ToString();
        await AskedQuestions.SetAsync(_journal, Catalogue, measure, asked: false, form["submission"]);
        Navigation.NavigateTo($"{Here}?dropped={Uri.EscapeDataString(measure)}");
    }

    private async Task AgainAsync()
    {
        var form = await FormAsync();
        await AskedQuestions.SetAsync(_journal, Catalogue, form["measure"].ToString(), asked: true, form["submission"]);
        Navigation.NavigateTo($"{Here}?undone=true");
    }

    private async Task SetRhythmAsync()
    {
        var wanted = (await FormAsync())["rhythm"] == Rhythm.Weekly ? Rhythm.Weekly : Rhythm.Daily;
        await _journal.SetAsync(Rhythm.Setting, wanted);
        Navigation.NavigateTo(Here);
    }

    private async Task SetOrderAsync()
    {
        await Tracked.SetFunctionFirstAsync(_journal, (await FormAsync())["first"] == "function");
        Navigation.NavigateTo(Here);
    }

    private async Task SetNumbersAsync()
    {
        await AskedQuestions.SetHideNumbersAsync(_journal, (await FormAsync())["hide"] == "on");
        Navigation.NavigateTo(Here);
    }

    private async Task SetByValueAsync()
    {
        var on = (await FormAsync())["by-value"] == "on";
        await AskingChoice.SetAsync(_journal, Catalogue, Rules, on);
        Navigation.NavigateTo(Here);
    }

    private async Task FinishAsync()
    {
        await AskingChoice.RenewAsync(_journal, Catalogue, Rules);
        await WeeklyPrompt.DoneAsync(_journal);
        Navigation.NavigateTo("/");
    }
}
