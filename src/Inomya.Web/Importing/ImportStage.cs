namespace Inomya.Web.Importing;

/// <summary>How far a file came that the person said to bring in.</summary>
public enum ImportStage
{
    /// <summary>It waits for its turn, or was put down while the app ended.</summary>
    Waiting,

    /// <summary>It is being read or written down.</summary>
    Running,

    /// <summary>All of it that can be taken in is in the journal.</summary>
    Done,

    /// <summary>It cannot be read; nothing of it was taken in.</summary>
    Refused,

    /// <summary>The journal could not be written; nothing of it was taken in.</summary>
    Failed,

    /// <summary>The person put it back; nothing of it was taken in.</summary>
    Cancelled,

    /// <summary>The app ended in the middle of it more than once; nothing of it was taken in.</summary>
    BrokenOff,
}
