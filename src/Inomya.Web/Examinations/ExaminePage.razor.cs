using Inomya.Examinations;
using Inomya.Journals;
using Inomya.Questionnaires;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using NodaTime;
using static Inomya.Web.Shell.IsoDay;

namespace Inomya.Web.Examinations;

public sealed partial class ExaminePage
{
    private static readonly string[] Sides = ["right", "left"];

    private Journal _journal = null!;
    private ExaminationKind? _kind;

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
        if (!IsKnown)
            NotHere();
    }

    private async Task SaveAsync()
    {
        _form = await FormAsync();
        var day = DayOf(Text("day"));
        if (day is null || day > _journal.Today)
            Wrong("day", "exam.error.day");
        var found = Found().ToList();
        if (_errors.Count == 0 && found.Count == 0)
            Wrong("day", "exam.error.nothing");
        if (_errors.Count == 0)
            await RecordAsync(found, day!.Value);
    }

    private IEnumerable<Examination> Found() =>
        What switch
        {
            "motion" => Motion(),
            "tender-points" => PainfulOrNot(),
            _ => Other(),
        };

    private async Task RecordAsync(List<Examination> found, LocalDate day)
    {
        var by = Text("by") is { Length: > 0 } name ? name : null;
        var draft = new Draft("examination", _form!["submission"], day);
        foreach (var examination in found)
            draft.Add(examination with { Day = day, By = by });
        var change = await _journal.RecordAsync(draft);
        Navigation.NavigateTo($"/body/examinations?{Done.Query(change)}");
    }

    private IEnumerable<Examination> Motion()
    {
        var (joint, movement) = ReadMovement();
        var side = ReadSide(joint);
        var degrees = ReadDegrees();
        if (_errors.Count == 0)
            yield return Finding(ExaminationCatalogue.KindOfMovement(joint!.Id, movement)) with
            {
                Side = joint.Sides ? side : null,
                Value = degrees,
                Unit = Kinds.MovementUnit,
                Text = Note,
            };
    }

    /// <summary>"shoulder/flexion".</summary>
    private (Joint? Joint, string Movement) ReadMovement()
    {
        var (joint, movement) = Text("motion").Split('/') is [var j, var m]
            ? (Kinds.Joints.FirstOrDefault(k => k.Id == j), m)
            : (null, "");
        if (joint?.Movements.Contains(movement) != true)
            Wrong("motion", "exam.error.motion");
        return (joint, movement);
    }

    private string? ReadSide(Joint? joint)
    {
        var side = Sides.Contains(Text("side")) ? Text("side") : null;
        if (joint is { Sides: true } && side is null)
            Wrong("side", "exam.error.side");
        return side;
    }

    private double? ReadDegrees()
    {
        var read = NumberField.TryRead(Text("value"), out var degrees);
        if (!read || degrees is not { } given || Math.Abs(given) > Kinds.MostDegrees)
            Wrong("value", "exam.error.degrees");
        return degrees;
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

    private IEnumerable<Examination> Other()
    {
        var value = _kind!.Unit is null ? null : ReadValue(_kind);
        if (_kind.Unit is null && Note is null)
            Wrong("text", "exam.error.text");
        if (_errors.Count == 0)
            yield return Finding(_kind.Id) with
            {
                Value = value,
                Unit = _kind.Unit,
                Text = Note,
            };
    }

    private double? ReadValue(ExaminationKind kind)
    {
        if (!NumberField.TryRead(Text("value"), out var value) || value is null or < 0 || value > kind.Most)
            Wrong("value", "exam.error.number");
        return value;
    }

    private static Examination Finding(string kind) => new() { Kind = kind, Day = default };

    private string? Note => Text("text") is { Length: > 0 } text ? text : null;
}
