using Inomya.Content;
using Inomya.Examinations;
using Inomya.Journals;
using Inomya.Laboratory;

namespace Inomya.Web.Examinations;

/// <summary>Examinations in words.</summary>
internal static class ExamText
{
    /// <summary>What stands together: one movement of one side, all tender points, one kind.</summary>
    public static string GroupOf(Examination examination) =>
        ExaminationCatalogue.IsPoint(examination) ? "tender-points" : $"{examination.Kind}|{examination.Side}";

    /// <summary>"Shoulder, left: lifting forward".</summary>
    public static string NameOf(this Words words, Examination examination)
    {
        if (ExaminationCatalogue.IsPoint(examination))
            return words["exam.kind.tender-points"];
        if (ExaminationCatalogue.MovementOf(examination) is not var (joint, movement))
            return words.Has($"exam.kind.{examination.Kind}")
                ? words[$"exam.kind.{examination.Kind}"]
                : examination.Kind;
        var place = PlaceOf(words, joint, examination.Side);
        return words["exam.motion", ("place", place), ("movement", words[$"exam.movement.{movement}"])];
    }

    private static string PlaceOf(Words words, string joint, string? side)
    {
        var name = words[$"exam.joint.{joint}"];
        return side is null ? name : words["exam.joint-side", ("joint", name), ("side", words[$"exam.side.{side}"])];
    }

    public static string Value(Words words, Examination examination) =>
        examination.Value is { } value
            ? $"{words.Number(value)} {LabUnit.Show(examination.Unit)}".TrimEnd()
            : examination.Text ?? "";
}
