namespace Inomya.Programmes;

/// <summary>How long a programme is meant to take, in weeks. Nobody is late: it is a plan, not a limit.</summary>
public sealed class ProgrammeWeeks
{
    public int Main { get; set; }

    /// <summary>Weeks after them in which it is kept up.</summary>
    public int Upkeep { get; set; }

    public int All => Main + Upkeep;
}
