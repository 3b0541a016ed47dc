using System.Collections.Frozen;

namespace Inomya.Web.Design;

/// <summary>The icons: our own line drawings on a 24 by 24 grid, drawn with a stroke of 2 and no fill.</summary>
public static class Icons
{
    /// <summary>SVG path data by name.</summary>
    public static FrozenDictionary<string, string> Paths { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["brand"] = "M3 15c3 0 3-6 6-6s3 6 6 6 3-6 6-6M3 20c3 0 3-3 6-3s3 3 6 3 3-3 6-3M12 3v2",
            ["today"] =
                "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19",
            ["checkin"] = "M5 4h14v16H5zM8 12l3 3 5-6",
            ["days"] = "M4 6h16v14H4zM4 10.500h16M8 3v4M16 3v4M8 14h2M14 14h2M8 17h2",
            ["findings"] = "M3 20h18M5 16l4-5 4 3 6-8M16 6h3v3",
            ["journal"] = "M6 3h12v18H6zM6 8H4M6 12H4M6 16H4M10 8h5M10 12h5",
            ["relieve"] = "M12 20C6 16 3 12.500 3 9a4.500 4.500 0 0 1 9-1 4.500 4.500 0 0 1 9 1c0 3.500-3 7-9 11z",
            ["understand"] = "M9 18h6M10 21h4M9 18c0-2-4-4-4-9a7 7 0 0 1 14 0c0 5-4 7-4 9",
            ["care"] = "M5 4v5a5 5 0 0 0 10 0V4M10 14v2a5 5 0 0 0 9 3v-5M19 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
            ["search"] = "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500 21 21",
            ["you"] = "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c1-5 4-7 8-7s7 2 8 7",
            ["look"] = "M2 12c3-5 6.500-7 10-7s7 2 10 7c-3 5-6.500 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
            ["info"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v6M12 7.500v.1",
            ["success"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.500l3 3 5-6",
            ["warning"] = "M12 4 2.500 20h19zM12 10v5M12 17.500v.1",
            ["error"] = "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 8v5M12 16v.1",
            ["back"] = "M15 5l-7 7 7 7",
            ["next"] = "M9 5l7 7-7 7",
            ["undo"] = "M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4",
            ["add"] = "M12 5v14M5 12h14",
            ["rest"] = "M20 14A8.500 8.500 0 0 1 10 4a8.500 8.500 0 1 0 10 10z",
            ["body"] = "M12 3a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5zM5 11h14M12 11v5M12 16l-3 6M12 16l3 6",
            ["aid"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8v8M8 12h8",
            ["message"] = "M4 5h16v11H10l-4 4v-4H4z",
            ["print"] = "M7 9V3h10v6M5 9h14v8h-2v4H7v-4H5zM7 17v-2h10v2",
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
