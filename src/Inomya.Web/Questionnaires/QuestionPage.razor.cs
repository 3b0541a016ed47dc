using Inomya.Journals;
using Inomya.Questionnaires;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Questionnaires;

public sealed partial class QuestionPage
{
    private ShelfForm? _form;
    private Instrument? _instrument;
    private QuestionnaireBook? _store;
    private Response? _saved;
    private FormAnswers? _answers;
    private IReadOnlyList<ShownItem> _questions = [];
    private ShownItem? _now;
    private int _at;
    private string? _error,
        _message;

    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>Link id of the question to show; without it, the first one without an answer.</summary>
    [SupplyParameterFromQuery(Name = "at")]
    public string? At { get; set; }

    [SupplyParameterFromQuery(Name = "repeat")]
    public string? Repeat { get; set; }

    /// <summary>Every question was gone through.</summary>
    [SupplyParameterFromQuery(Name = "end")]
    public bool End { get; set; }

    protected override async Task LoadAsync()
    {
        var journal = await Person.OpenAsync();
        _form = await Shelf.FindAsync(journal, Id, Words);
        if (_form?.Instrument is not { } instrument)
        {
            NotHere();
            return;
        }
        _store = new QuestionnaireBook(journal);
        _saved = await _store.OpenAsync(instrument);
        _answers = QuestionnaireBook.AnswersOf(instrument, _saved);
        _instrument = instrument;
        Show(At is null ? NextUnanswered : new Place(At, Repeat ?? ""));
    }

    private Place? NextUnanswered => FormFlow.NextUnanswered(_answers!, disabled: _form!.Disabled(_answers!))?.Place;

    private void Show(Place? place)
    {
        _questions = FormFlow.Questions(_answers!, _form!.Disabled(_answers!));
        _at = End || place is null ? -1 : _questions.ToList().FindIndex(q => q.Place == place);
        _now = _at < 0 ? null : _questions[_at];
    }

    private async Task SaveAsync()
    {
        var form = await Request.HttpContext!.Request.ReadFormAsync();
        var place = new Place(form["item"].ToString(), form["repeat"].ToString());
        Show(place);
        if (_now is null)
            return;
        if (ReadAnswers(_now.Item, form["answer"]) is not { } values)
        {
            _error = Words["questionnaires.wrong"];
            return;
        }
        _answers!.Set(place, values);
        if (form["another"] == "yes" && CanRepeat)
            _answers.Repeat(Group!.Value, _answers.RepeatsOf(Group.Value) + 1);
        if (await TryAsync(completed: false, form))
            GoOn(place);
    }

    /// <summary>The answers a field sent; null when one of them cannot be read or is not allowed.</summary>
    internal static List<AnswerValue>? ReadAnswers(FormItem item, IEnumerable<string?> sent)
    {
        var values = new List<AnswerValue>();
        foreach (var given in sent)
        {
            var value = FormCheck.Read(item, AsNumber(item, given), out var wrong);
            if ((wrong ?? (value is null ? null : FormCheck.Of(item, value)?.Key)) is not null)
                return null;
            if (value is not null)
                values.Add(value);
        }
        return values;
    }

    /// <summary>A comma and a point both stand before the fraction.</summary>
    private static string? AsNumber(FormItem item, string? typed) =>
        item.Kind is ItemKind.Number or ItemKind.WholeNumber or ItemKind.Quantity ? typed?.Replace(',', '.') : typed;

    private void GoOn(Place place)
    {
        var after = FormFlow
            .Questions(_answers!, _form!.Disabled(_answers!))
            .SkipWhile(q => q.Place != place)
            .Skip(1)
            .FirstOrDefault();
        Navigation.NavigateTo(after is null ? $"/questionnaires/{Id}?end=true" : Link(after.Place));
    }

    private async Task FinishAsync()
    {
        var form = await Request.HttpContext!.Request.ReadFormAsync();
        if (await TryAsync(completed: true, form))
            Navigation.NavigateTo($"/questionnaires/{Id}/result");
    }

    private async Task<bool> TryAsync(bool completed, IFormCollection form)
    {
        try
        {
            await _store!.SaveAsync(
                _instrument!,
                _saved,
                _answers!,
                completed,
                form["submission"],
                completed ? _form!.OwnScores(_answers!) : null
            );
            return true;
        }
        catch (ChangedMeanwhileException)
        {
            _message = "questionnaires.changed-meanwhile";
            return false;
        }
    }

    /// <summary>The repeating group the question stands in, when it is the last of its questions.</summary>
    private Place? Group =>
        _now?.Above.LastOrDefault(a => a is { Kind: ItemKind.Group, Repeats: true }) is { } group
        && group.Items[^1].LinkId == _now.Item.LinkId
            ? new Place(
                group.LinkId,
                _now.Place.Repeat.LastIndexOf('.') is > 0 and var dot ? _now.Place.Repeat[..dot] : ""
            )
            : null;

    private bool CanRepeat => Group is { } group && _answers!.RepeatsOf(group) < FormAnswers.MaxRepeats;

    private string Link(Place place) =>
        $"/questionnaires/{Id}?at={Uri.EscapeDataString(place.LinkId)}{(place.Repeat.Length == 0 ? "" : $"&repeat={place.Repeat}")}";
}
