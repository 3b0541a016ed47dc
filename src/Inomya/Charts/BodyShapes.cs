namespace Inomya.Charts;

/// <summary>Our drawing of a body, front and back, cut into the 19 regions of content/vocabulary/regions.yaml.</summary>
/// <remarks>
/// One half is drawn, on a sheet 160 wide and 372 high, and mirrored for the other. Left and right are the person's own:
/// in front view their right side is at the viewer's left, in back view it is at the right.
/// </remarks>
public static class BodyShapes
{
    /// <summary>The person faces us, or turns their back.</summary>
    public enum View
    {
        Front,
        Back,
    }

    public const int Width = 160;
    public const int Height = 372;

    /// <summary>Where the front and the back figure begin on a sheet with both.</summary>
    public const int FrontAt = 5,
        BackAt = 175;

    /// <summary>The head, which is no region but makes the drawing a person.</summary>
    public const string Head = "M80 4c13 0 20 10 20 25 0 16-8 29-20 29s-20-13-20-29c0-15 7-25 20-25z";

    private const string Jaw = "M60.500 35c1 12 9 23 19 23V46c-7 0-11-4-13-11z";
    private const string Neck = "M70 54c1 6 0 11-4 14h28c-4-3-5-8-4-14-3 4-6 6-10 6s-7-2-10-6z";
    private const string Shoulder = "M66 70c-6 3-13 5-19 7-11 3-16 11-16 23 6-3 12-3 18 0 1-7 6-11 13-13 4-2 6-8 6-17z";
    private const string Torso =
        "M70 70c0 10-3 17-8 19-6 2-10 6-11 13-1 10 0 20 2 28 18 5 36 5 54 0 2-8 3-18 2-28-1-7-5-11-11-13-5-2-8-9-8-19z";
    private const string Waist = "M53 132c18 5 36 5 54 0-1 12 0 24 2 35-9 8-19 11-29 11s-20-3-29-11c2-11 3-23 2-35z";
    private const string Hip = "M50 169c9 8 19 11.500 29 11.500V207c-11 4-23 3-34-2 0-13 1-25 5-36z";
    private const string UpperLeg = "M45 208c11 4.500 23 5.500 34 2-1 24-4 46-7 65-6 2-13 2-19 0-6-22-9-44-8-67z";
    private const string LowerLeg =
        "M53 278c6 2 13 2 19 0 3 14 1 30-3 45-1 8-1 16 0 23 1 6 0 11-2 15-6 3-12 4-17 3-3-2-2-5 1-8 3-4 4-8 4-13-4-22-5-44-2-65z";
    private const string UpperArm = "M30.500 103c5.500-3 12-3 18 0 0 15-2 29-6 43-5 2-10 2-15 0-1-15 0-29 3-43z";
    private const string LowerArm =
        "M27 149c5 2 10 2 15 0-1 15-3 28-7 41 2 9 1 17-2 23-3 5-9 5-12 1-3-5-3-14-1-22 1-15 3-29 7-43z";

    private const string Right = "_right",
        Left = "_left";

    private static readonly Dictionary<string, string> OfBoth = new()
    {
        ["neck"] = Neck,
        ["shoulder_girdle"] = Shoulder,
        ["hip"] = Hip,
        ["upper_leg"] = UpperLeg,
        ["lower_leg"] = LowerLeg,
        ["upper_arm"] = UpperArm,
        ["lower_arm"] = LowerArm,
    };

    private static readonly Dictionary<string, string> OfFront = new(OfBoth)
    {
        ["jaw"] = Jaw,
        ["chest"] = Torso,
        ["abdomen"] = Waist,
    };

    private static readonly Dictionary<string, string> OfBack = new(OfBoth)
    {
        ["upper_back"] = Torso,
        ["lower_back"] = Waist,
    };

    /// <summary>Every region's id, in rows for a list with the person's right and left side by side; a region in the middle stands alone.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows { get; } =
    [
        Pair("jaw"),
        ["neck"],
        Pair("shoulder_girdle"),
        Pair("upper_arm"),
        Pair("lower_arm"),
        ["chest"],
        ["abdomen"],
        ["upper_back"],
        ["lower_back"],
        Pair("hip"),
        Pair("upper_leg"),
        Pair("lower_leg"),
    ];

    /// <summary>Every region's id, from head to foot.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Rows.SelectMany(row => row)];

    /// <summary>The outline of a region in a view; null where it cannot be seen from there.</summary>
    /// <param name="region">An id such as "lower_leg_left".</param>
    /// <returns>Path data, and whether it is to be mirrored.</returns>
    public static (string Path, bool Mirrored)? Shape(string region, View view)
    {
        var right = region.EndsWith(Right, StringComparison.Ordinal);
        var left = region.EndsWith(Left, StringComparison.Ordinal);
        var part =
            right ? region[..^Right.Length]
            : left ? region[..^Left.Length]
            : region;
        return (view == View.Front ? OfFront : OfBack).TryGetValue(part, out var path)
            ? (path, view == View.Front ? left : right)
            : null;
    }

    /// <summary>The 18 tender points of the 1990 criteria, by id such as "knee_left", with their place on the sheet of both figures.</summary>
    public static IReadOnlyList<(string Id, double X, double Y)> Points { get; } =
    [
        .. new (string Site, View View, double X, double Y)[]
        {
            ("low_cervical", View.Front, 73, 64),
            ("second_rib", View.Front, 69, 84),
            ("lateral_epicondyle", View.Front, 29, 151),
            ("knee", View.Front, 70, 270),
            ("occiput", View.Back, 74, 50),
            ("trapezius", View.Back, 56, 76),
            ("supraspinatus", View.Back, 67, 88),
            ("gluteal", View.Back, 60, 184),
            ("greater_trochanter", View.Back, 47, 200),
        }.SelectMany(p =>
            new[] { "right", "left" }.Select(side =>
                ($"{p.Site}_{side}", PlaceOf(p.X, p.View, side == "left" == (p.View == View.Front)), p.Y)
            )
        ),
    ];

    private static double PlaceOf(double x, View view, bool mirrored) =>
        (view == View.Front ? FrontAt : BackAt) + (mirrored ? Width - x : x);

    private static string[] Pair(string part) => [part + Right, part + Left];
}
