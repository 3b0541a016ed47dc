namespace Inomya.Questionnaires;

/// <summary>The smallest change of a score that is worth telling.</summary>
public sealed class ImportantChange
{
    public string Score { get; set; } = "";

    /// <summary>points or percent.</summary>
    public string Kind { get; set; } = "points";
    public double Least { get; set; }
    public string Source { get; set; } = "";

    /// <summary>published or memory; from memory it is never shown.</summary>
    public string Basis { get; set; } = "published";

    /// <summary>
    /// How far a score must move from a value to count, in points; null where no share of 0 can be told.
    /// </summary>
    public double? PointsFrom(double value) =>
        Kind == "percent" ? (value == 0 ? null : Math.Abs(value) * Least / 100) : Least;

    /// <summary>The change is as large as one that matters to most people; null where that cannot be told.</summary>
    public bool? Matters(double before, double now) =>
        PointsFrom(before) is { } points ? Math.Abs(now - before) >= points - 1e-9 : null;
}
