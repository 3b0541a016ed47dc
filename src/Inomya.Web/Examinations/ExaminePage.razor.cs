using Inomya.Examinations;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using static Inomya.Web.Shell.IsoDay;

namespace Inomya.Web.Examinations;

public sealed partial class ExaminePage
{
    private static readonly string[] Sides = ["right", "left"];

    private Journal _journal = null!;
    private ExaminationKind? _kind;
    private IReadOnlyList<(string Name, string Message)> _errors = [];
    private IFormCollection? _form;

    /// <summary>"motion", "tender-points", or the id of a kind.</summary>
    [Parameter]
    public string What { get; set; } = "";

    private bool IsKnown => What is "motion" or "tender-points" || _kind is not null;

    private Form Points => Instruments.Find("acr-1990")!.Form.Value;

    /// <summary>How to examine, as the form of the criteria says it.</summary>
    private string? PointsHow => Points.Find("points")?.Text;

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _kind = Kinds.Kinds.FirstOrDefault(k => k.Id == What);
    }

    private async Task SaveAsync()
    {
        _form = await Request.HttpContext!.Request.ReadFormAsync();
        var wrong = new List<(string, string)>();
        var day = DayOf(Text("day"));
        if (day is null || day > _journal.Today)
            wrong.Add(("day", Words["exam.error.day"]));
        var found = (
            What switch
            {
                "motion" => Motion(wrong),
                "tender-points" => PainfulOrNot(),
                _ => Other(wrong),
            }
        ).ToList();
        if (wrong.Count == 0 && found.Count == 0)
            wrong.Add(("day", Words["exam.error.nothing"]));
        _errors = wrong;
        if (wrong.Count > 0)
            return;

        var draft = new Draft("examination", _form["submission"], day!.Value);
        foreach (var examination in found)
            draft.Add(examination with { Day = day.Value, By = Text("by") is { Length: > 0 } by ? by : null });
        var change = await _journal.RecordAsync(draft);
        Navigation.NavigateTo($"/body/examinations?{Done.Query(change)}");
    }

    private IEnumerable<Examination> Motion(List<(string, string)> wrong)
    {
        var (joint, movement) = Text("motion").Split('/') is [var j, var m]
            ? (Kinds.Joints.FirstOrDefault(k => k.Id == j), m)
            : (null, "");
        if (joint?.Movements.Contains(movement) != true)
            wrong.Add(("motion", Words["exam.error.motion"]));
        var side = Sides.Contains(Text("side")) ? Text("side") : null;
        if (joint is { Sides: true } && side is null)
            wrong.Add(("side", Words["exam.error.side"]));
        if (
            !NumberField.TryRead(Text("value"), out var degrees)
            || degrees is null
            || Math.Abs(degrees.Value) > Kinds.MostDegrees
        )
            wrong.Add(("value", Words["exam.error.degrees"]));
        if (wrong.Count == 0)
            yield return Finding(ExaminationCatalogue.KindOfMovement(joint!.Id, movement)) with
            {
                Side = joint.Sides ? side : null,
                Value = degrees,
                Unit = Kinds.MovementUnit,
                Text = Note,
            };
    }

    /// <summary>A point that was not examined is not recorded, and so is never a painless one.</summary>
    private IEnumerable<Examination> PainfulOrNot() =>
        from site in Kinds.PointSites
        from side in Sides
        let answer = _form![$"{site}_{side}"].ToString()
        where answer is "1" or "0"
        select Finding(ExaminationCatalogue.KindOfPoint(site)) with
        {
            Side = side,
            Value = answer == "1" ? 1 : 0,
            Unit = "1",
        };

    private IEnumerable<Examination> Other(List<(string, string)> wrong)
    {
        double? value = null;
        if (
            _kind!.Unit is not null
            && (!NumberField.TryRead(Text("value"), out value) || value is null or < 0 || value > _kind.Most)
        )
            wrong.Add(("value", Words["exam.error.number"]));
        if (_kind.Unit is null && Note is null)
            wrong.Add(("text", Words["exam.error.text"]));
        if (wrong.Count == 0)
            yield return Finding(_kind.Id) with
            {
                Value = value,
                Unit = _kind.Unit,
                Text = Note,
            };
    }

    private static Examination Finding(string kind) => new() { Kind = kind, Day = default };

    private string? Note => Text("text") is { Length: > 0 } text ? text : null;

    private string? Typed(string field) => _form?[field].ToString();

    private string Text(string field) => _form![field].ToString().Trim();
}
