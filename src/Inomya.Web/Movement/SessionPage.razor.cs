using Inomya.Content;
using Inomya.Journals;
using Inomya.Movement;
using Inomya.Programmes;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Inomya.Web.Movement;

public sealed partial class SessionPage
{
    private Journal _journal = null!;
    private PartGates _gates = null!,
        _water = null!;
    private IReadOnlyList<string> _signs = [];
    private double? _planned;

    /// <summary>Id of an exercise that the session is begun from.</summary>
    [SupplyParameterFromQuery]
    public string? Exercise { get; set; }

    [Inject]
    private MeasureCatalogue Catalogue { get; set; } = null!;

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        var book = new GateBook(_journal, AllGates, Medicines);
        _gates = await book.ForAsync(MovementPage.Part, Person.Stop);
        _water = await book.ForAsync(MovementPage.WaterPart, Person.Stop);
        if ((await book.ForAsync(PlanPage.Part, Person.Stop)).IsOpen)
            _planned = (await MovementReview.ReadAsync(_journal, Catalogue, Rules, Person.Stop)).Replay
                is { Rests: false } replay
                ? replay.SessionMinutes
                : null;
    }

    private async Task SaveAsync()
    {
        _form = await FormAsync();
        var result = await Forms.TakeAsync(_form);
        _signs = MovementForms.SignsIn(_form);
        _errors.AddRange(result.Wrong.Select(field => (field, Words[$"movement.error.{field}"])));
        if (_errors.Count == 0)
            Navigation.NavigateTo($"/movement?{Done.Query(result.Change)}");
    }

    private Guid? Sent => _form is null ? null : SubmissionId.Of(_form);

    private string? MinutesHint =>
        _planned is { } minutes
            ? Words["movement.session.minutes.plan", ("minutes", Words.Number(minutes))]
            : Words["movement.session.minutes.hint"];

    private string? ExerciseKind => Exercises.Find(Exercise)?.Kind.ToString();

    private IReadOnlyCollection<string> Chosen =>
        _form is not null ? [.. _form["exercise"].OfType<string>()]
        : Exercise is { } one ? [one]
        : [];

    private IReadOnlyList<Option> SignOptions =>
        [
            .. Rules.RedFlags.Append(StopSigns.Fever).Select(s => new Option(s, Words[$"movement.sign.{s}"])),
            new Option(MovementForms.NoSign, Words["movement.sign.none"]),
        ];

    private IReadOnlyList<Option> Kinds =>
        [
            .. Enum.GetValues<MovementKind>()
                .Where(k => k != MovementKind.Water || _water.IsOpen)
                .Select(k => new Option(
                    k.ToString(),
                    Words.KindOf(k),
                    Words[$"movement.kind.{MovementWords.Key(k)}.hint"]
                )),
        ];

    private IReadOnlyList<Option> Afters =>
        [.. MovementForms.Afters.Select(a => new Option(a, Words[$"movement.after.{a}"]))];
}
