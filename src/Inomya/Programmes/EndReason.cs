namespace Inomya.Programmes;

/// <summary>Why a programme ended, as it is kept.</summary>
public static class EndReason
{
    /// <summary>Every step of the road was done or passed over.</summary>
    public const string Finished = "finished";

    /// <summary>The person ended it before; that is no failure, and is never called one.</summary>
    public const string Left = "left";
}
