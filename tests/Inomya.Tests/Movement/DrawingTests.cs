using System.Xml.Linq;
using Inomya.Movement;
using Inomya.Tests.Questionnaires;

namespace Inomya.Tests.Movement;

/// <summary>The drawings as data: limbs keep their length, nobody sinks into the floor or floats, and what is drawn is SVG.</summary>
public class DrawingTests
{
    /// <summary>In units of the drawing, of which a figure is about 165 high: what rounding and a bent view may do.</summary>
    private const double Tolerance = 1;

    private static readonly ExerciseCatalogue Exercises = new(ContentCheck.Content);

    public static TheoryData<string> Ids => [.. Exercises.All.Select(e => e.Id)];

    private static Drawing Of(string id) => Exercises.DrawingOf(Exercises.Find(id)!);

    private static List<DrawnPhase> Figures(string id) => [.. Of(id).Phases.Where(p => p.Near is not null)];

    [Theory, MemberData(nameof(Ids))]
    public void Limbs_keep_their_length_from_phase_to_phase(string id)
    {
        foreach (
            var limb in Figures(id)
                .GroupBy(p => p.View)
                .SelectMany(view => view.SelectMany(LimbsOf).GroupBy(l => l.Name))
        )
            Assert.InRange(limb.Max(l => l.Length) - limb.Min(l => l.Length), 0, Tolerance);
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_neck_is_as_long_in_each_phase_and_no_limb_has_vanished(string id)
    {
        var necks = Figures(id).ConvertAll(p => Distance(p.Neck, p.Head));
        Assert.True(necks.Count == 0 || necks.Max() - necks.Min() <= Tolerance);
        Assert.All(Figures(id).SelectMany(LimbsOf), l => Assert.InRange(l.Length, 5, 45));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Nothing_sinks_below_the_floor(string id)
    {
        if (!Of(id).Props.Exists(p => p.Kind == "floor"))
            return;
        Assert.All(Figures(id).SelectMany(JointsOf), j => Assert.InRange(j[1], -20, Drawing.Floor));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Who_stands_stands_on_the_floor_or_the_step(string id)
    {
        var exercise = Exercises.Find(id)!;
        if (exercise.Position is not (ExercisePosition.Standing or ExercisePosition.Water))
            return;
        foreach (var phase in Figures(id))
        {
            var lowest = JointsOf(phase).Max(j => j[1]);
            var onStep = Of(id).Props.Exists(p => p.Kind == "step" && lowest < p.Points[0][1]);
            var ground = onStep ? Of(id).Props.First(p => p.Kind == "step").Points[0][1] : Drawing.Floor;
            Assert.InRange(ground - lowest, 0, 6);
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Who_sits_sits_on_the_seat(string id)
    {
        var chair = Of(id).Props.Find(p => p.Kind == "chair");
        if (Exercises.Find(id)!.Position != ExercisePosition.Seated || chair is null)
            return;
        var hip = Figures(id)[0].Near!.Hip;
        Assert.InRange(chair.At[1] - hip[1], 5, 14);
        Assert.InRange(hip[0] - chair.At[0], -20, 20);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Each_phase_is_SVG_within_its_box_and_without_colours_of_its_own(string id)
    {
        var drawing = Of(id);
        Assert.Equal(4, drawing.Box.Count);
        var seen = new HashSet<string>();
        foreach (var phase in drawing.Phases)
        {
            var svg = DrawingSvg.Of(drawing, phase);
            Assert.NotEmpty(XElement.Parse($"<svg>{svg}</svg>").Elements());
            Assert.DoesNotContain("style", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("#", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
            Assert.True(seen.Add(svg), "Two phases look the same.");
            Assert.True(
                phase.Near is null || IsWithin(drawing.Box, phase.Head) || IsWithin(drawing.Box, phase.Near.Toe)
            );
        }
        Assert.True(drawing.Phases.Exists(p => p.Arrows.Count > 0) || id == "walking", "Nothing shows how it moves.");
    }

    [Fact]
    public void A_thing_that_nobody_draws_is_told_by_its_name()
    {
        var drawing = new Drawing
        {
            Id = "made-up",
            Box = [0, 0, 10, 10],
            Props = [new DrawnProp { Kind = "sofa" }],
        };
        var error = Assert.Throws<Inomya.Content.ContentException>(() => DrawingSvg.Of(drawing, new DrawnPhase()));
        Assert.Contains("sofa", error.Message, StringComparison.Ordinal);
    }

    private static bool IsWithin(List<double> box, List<double> point) =>
        point[0] >= box[0] && point[0] <= box[0] + box[2] && point[1] >= box[1] && point[1] <= box[1] + box[3];

    private static IEnumerable<(string Name, double Length)> LimbsOf(DrawnPhase phase) =>
        new[] { ("near", phase.Near!), ("far", phase.Far!) }.SelectMany(side =>
            new (string Name, double Length)[]
            {
                ($"{side.Item1} upper arm", Distance(side.Item2.Shoulder, side.Item2.Elbow)),
                ($"{side.Item1} forearm", Distance(side.Item2.Elbow, side.Item2.Wrist)),
                ($"{side.Item1} hand", Distance(side.Item2.Wrist, side.Item2.Hand)),
                ($"{side.Item1} thigh", Distance(side.Item2.Hip, side.Item2.Knee)),
                ($"{side.Item1} shin", Distance(side.Item2.Knee, side.Item2.Ankle)),
                ($"{side.Item1} foot", Distance(side.Item2.Ankle, side.Item2.Toe)),
            }
        );

    private static IEnumerable<List<double>> JointsOf(DrawnPhase phase) =>
        new[] { phase.Near!, phase.Far! }
            .SelectMany(s => new[] { s.Shoulder, s.Elbow, s.Wrist, s.Hand, s.Hip, s.Knee, s.Ankle, s.Toe })
            .Append(phase.Head);

    private static double Distance(List<double> a, List<double> b) =>
        Math.Sqrt(Math.Pow(a[0] - b[0], 2) + Math.Pow(a[1] - b[1], 2));
}
