using Inomya.Fhir;
using Inomya.Journals;
using Inomya.Questionnaires;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Questionnaires;

public sealed partial class QuestionPage
{
    /// <summary>Form name of the answer.</summary>
    private const string Answer = "answer";

    /// <summary>Of the button that asks the same question once more.</summary>
    private const string More = "same";

    /// <summary>Questions without an answer that are named at the end.</summary>
    private const int MostNamed = 20;

    private ShelfForm? _form;
    private Instrument? _instrument;
    private QuestionnaireBook? _store;
    private Response? _saved;
    private FormAnswers? _answers;
    private IReadOnlyList<ShownItem> _questions = [];
    private ShownItem? _now;
    private IReadOnlyList<GroupRepeat> _groups = [];
    private Calculation? _calculation;
    private DateTimeZone? _zone;
    private IFormCollection? _sent;
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
        _instrument = instrument;
        _zone = journal.Days.ZoneAt(journal.Now);
        WorkOut(_saved is null ? _form.Begin() : QuestionnaireBook.AnswersOf(instrument, _saved));
        Show(At is null ? StartingPlace : new Place(At, Repeat ?? ""));
    }

    /// <summary>What is there from the start is looked at once; after that, what has no answer comes first.</summary>
    private Place? StartingPlace =>
        _saved is not null ? FormFlow.NextUnanswered(_answers!)?.Place
        : FormFlow.Questions(_answers!) is [var first, ..] ? first.Place
        : null;

    private void WorkOut(FormAnswers answers)
    {
        _calculation = _form!.Calculate(answers);
        _answers = _calculation.Answers;
    }

    private void Show(Place? place)
    {
        _questions = FormFlow.Questions(_answers!);
        _at = End || place is null ? -1 : _questions.ToList().FindIndex(q => q.Place == place);
        _now = _at < 0 ? null : _questions[_at];
        _groups = _now is null ? [] : GroupRepeat.After(_answers!, _questions, _at);
    }

    /// <summary>What stands between the question before and this one, or after the last.</summary>
    private IEnumerable<ShownItem> Notes
    {
        get
        {
            var before = _now is null ? _questions.Count - 1 : _at - 1;
            var shown = FormFlow.Shown(_answers!);
            return shown
                .Skip(before < 0 ? 0 : shown.ToList().FindIndex(s => s.Place == _questions[before].Place) + 1)
                .TakeWhile(s => _now is null || s.Place != _now.Place)
                .Where(ItemNote.IsFor);
        }
    }

    private async Task SaveAsync()
    {
        var form = await Request.HttpContext!.Request.ReadFormAsync();
        var place = new Place(form["item"].ToString(), form["repeat"].ToString());
        Show(place);
        if (_now is null)
            return;
        var values = AnswerFields.Sent(Asked, form, Answer).Read(Asked, _answers!.At(place), _zone!, out var wrong);
        if (wrong is not null)
        {
            (_error, _sent) = (AnswerText.Of(wrong, Words), form);
            return;
        }
        var before = _questions;
        _answers.Set(place, values);
        AddAnother(form["another"].ToString());
        WorkOut(_answers);
        if (await TryAsync(completed: false, form))
            GoOn(place, before, form["another"] == More);
    }

    private void AddAnother(string group)
    {
        if (_groups.FirstOrDefault(g => g.Place.ToString() == group) is { } more)
            _answers!.AddRepeat(more.Place);
    }

    private FormItem Asked => ShelfForm.Asked(_now!, _calculation!);

    /// <param name="again">Another answer to the same question.</param>
    private void GoOn(Place place, IReadOnlyList<ShownItem> before, bool again)
    {
        var after = FormFlow.BroughtUp(_answers!, before, place)?.Place
            ?? FormFlow.Questions(_answers!).SkipWhile(q => q.Place != place).Skip(1).FirstOrDefault()?.Place;
        if (again)
            after = place;
        Navigation.NavigateTo(after is { } next ? Link(next) : $"/questionnaires/{Id}?end=true");
    }

    private async Task FinishAsync()
    {
        var form = await Request.HttpContext!.Request.ReadFormAsync();
        if (Missing.Count == 0 && await TryAsync(completed: true, form))
            Navigation.NavigateTo($"/questionnaires/{Id}/result");
    }

    private IReadOnlyList<(Place Place, string Message)> Missing => _form!.Missing(_calculation!, Words);

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
                completed ? _form!.OwnScores(_calculation!) : null
            );
            return true;
        }
        catch (ChangedMeanwhileException)
        {
            _message = "questionnaires.changed-meanwhile";
            return false;
        }
    }

    private string AnotherOf(FormItem group) =>
        group.TextIn(Words.Language) is { Length: > 0 } text
            ? $"{Words["questionnaires.another"]}: {text}"
            : Words["questionnaires.another"];

    /// <summary>Where something is amiss: its question, or the nearest below it that is asked.</summary>
    private string? LinkNear(Place place) =>
        _questions.FirstOrDefault(q => q.Place == place) is { } asked ? Link(asked.Place)
        : _questions.FirstOrDefault(q => q.Above.Any(a => a.LinkId == place.LinkId)) is { } below ? Link(below.Place)
        : null;

    private string Link(Place place) =>
        $"/questionnaires/{Id}?at={Uri.EscapeDataString(place.LinkId)}{(place.Repeat.Length == 0 ? "" : $"&repeat={place.Repeat}")}";
}
