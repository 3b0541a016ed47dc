using Inomya.Journals;
using Inomya.Movement;
using Inomya.Programmes;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Inomya.Web.Movement;

public sealed partial class MovementPage
{
    /// <summary>The part of the gates that this room is.</summary>
    public const string Part = "movement";

    /// <summary>The part of the gates for movement in water.</summary>
    public const string WaterPart = "movement.water";

    private const int SessionsShown = 10;

    private Journal _journal = null!;
    private MovementReview _review = null!;
    private PartGates _gates = null!,
        _progression = null!;

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _review = await MovementReview.ReadAsync(_journal, Catalogue, Rules, Person.Stop);
        var book = new GateBook(_journal, AllGates, Medicines);
        _gates = await book.ForAsync(Part, Person.Stop);
        _progression = await book.ForAsync(PlanPage.Part, Person.Stop);
    }

    private async Task TakeAsync()
    {
        var result = await Forms.TakeAsync(await FormAsync());
        Navigation.NavigateTo($"/movement?{Done.Query(result.Change)}");
    }

    /// <summary>The intake that the session made goes with it.</summary>
    private async Task RemoveAsync()
    {
        var form = await FormAsync();
        var session = _review.Sessions.Select(s => s.Session).FirstOrDefault(s => s.Id == RowForm.RowOf(form));
        Navigation.NavigateTo(
            $"/movement?{Done.Query(session is null ? null : await RemoveAsync(session, form["submission"]))}"
        );
    }

    private async Task<Change> RemoveAsync(MovementSession session, string? submission)
    {
        var draft = new Draft("delete", submission, session.Day).Remove(session);
        var made = SessionIntakes.IntakeIdOf(session);
        if ((await _journal.IntakesAsync(session.Day, session.Day)).FirstOrDefault(i => i.Id == made) is { } intake)
            draft.Remove(intake);
        return await _journal.RecordAsync(draft);
    }

    private string LineOf(MovementSession session) =>
        session.Minutes is { } minutes
            ? Words[
                "movement.line.minutes",
                ("day", session.Day),
                ("kind", Words.KindOf(session.Kind)),
                ("minutes", Words.Number(minutes))
            ]
            : Words[
                Rules.Planned.Contains(session.Kind) ? "movement.line.not-told" : "movement.line",
                ("day", session.Day),
                ("kind", Words.KindOf(session.Kind))
            ];
}
