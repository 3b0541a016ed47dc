namespace Inomya.Programmes;

/// <summary>Where a step stands for a person.</summary>
public enum StepStanding
{
    /// <summary>Not yet: the step that opens it was neither done nor passed over. It may be opened all the same.</summary>
    Later,

    /// <summary>It may be done, and is not today's.</summary>
    Open,

    /// <summary>The first that was neither done nor passed over.</summary>
    Next,

    PassedOver,
    Done,
}
