using Inomya.Analysis;

namespace Inomya.Bench.People;

/// <summary>What breaks the engine's assumptions, one at a time.</summary>
internal enum Twist
{
    None,

    /// <summary>Exercise harms, but only on stressful days.</summary>
    Interaction,

    /// <summary>Stress acts only when it is high.</summary>
    Threshold,

    /// <summary>Effects wear off to nothing over the record.</summary>
    Fading,

    /// <summary>One factor entry in eight is on the day before or after.</summary>
    WrongDay,

    /// <summary>A strong influence nobody recorded, slowly changing.</summary>
    HiddenFactor,

    /// <summary>A third of the days at the bottom of the scale.</summary>
    Floor,
}

/// <summary>How a made person differs from a plain one.</summary>
internal sealed record Scenario(string Name)
{
    public (int Least, int Most) Days { get; init; } = (180, 420);
    public int Causes { get; init; } = 3;
    public (double Least, double Most) CarryOver { get; init; } = (0.3, 0.7);
    public string[]? CausesFrom { get; init; }
    public double SlowFactors { get; init; }
    public double Confounding { get; init; }
    public double Weekly { get; init; } = 0.3;
    public double Trend { get; init; }
    public double Season { get; init; }
    public double MissingDays { get; init; } = 0.03;
    public double MissingCells { get; init; } = 0.02;
    public double MissingWhenBad { get; init; }
    public double Reaction { get; init; }
    public TreatmentKind? Treatment { get; init; }
    public int Shifts { get; init; }
    public bool Flares { get; init; }
    public Twist Twist { get; init; }

    /// <summary>All, in the order of the table.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("plain")
        {
            CarryOver = (0, 0),
            Weekly = 0,
            MissingDays = 0,
            MissingCells = 0,
        },
        new("carry-over") { CarryOver = (0.6, 0.8) },
        new("slow factors")
        {
            SlowFactors = 1,
            Season = 0.8,
            Causes = 2,
        },
        new("confounded") { Confounding = 0.75 },
        new("weekly") { Weekly = 1.2 },
        new("drift") { Trend = 2, Season = 1 },
        new("gaps") { MissingDays = 0.2, MissingCells = 0.1 },
        new("gaps on bad days") { MissingWhenBad = 0.35, MissingDays = 0.05 },
        new("rare")
        {
            Days = (250, 500),
            CausesFrom = ["travel", "chocolate", "period"],
            Causes = 2,
        },
        new("payback")
        {
            CausesFrom = ["steps"],
            Causes = 1,
            Reaction = 0.5,
        },
        new("weather")
        {
            CausesFrom = ["pressure", "temperature"],
            Causes = 2,
            Season = 0.4,
        },
        new("reactive") { Reaction = 1 },
        new("short") { Days = (60, 100), Causes = 2 },
        new("null") { Causes = 0 },
        new("null, hard")
        {
            Causes = 0,
            SlowFactors = 0.8,
            Season = 0.8,
            Weekly = 0.8,
            Reaction = 0.7,
            MissingDays = 0.12,
            MissingWhenBad = 0.2,
            Trend = 1.5,
        },
        new("step")
        {
            Days = (120, 300),
            Causes = 1,
            Treatment = TreatmentKind.Step,
        },
        new("blocks")
        {
            Days = (70, 112),
            Causes = 1,
            Treatment = TreatmentKind.Blocks,
        },
        new("shifts") { Days = (250, 600), Shifts = 2 },
        new("flares") { Days = (300, 700), Flares = true },
        new("interaction") { Causes = 1, Twist = Twist.Interaction },
        new("threshold")
        {
            Causes = 1,
            CausesFrom = ["stress"],
            Twist = Twist.Threshold,
        },
        new("fading") { Twist = Twist.Fading },
        new("wrong day") { Twist = Twist.WrongDay },
        new("hidden factor") { Twist = Twist.HiddenFactor },
        new("null, hidden factor") { Causes = 0, Twist = Twist.HiddenFactor },
        new("floor") { Twist = Twist.Floor },
        new("null, floor")
        {
            Causes = 0,
            Twist = Twist.Floor,
            Reaction = 0.7,
        },
    ];
}
