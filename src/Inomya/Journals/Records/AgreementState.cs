namespace Inomya.Journals;

/// <summary>What became of an <see cref="Agreement"/>.</summary>
public enum AgreementState
{
    Open,
    Done,

    /// <summary>The person let go of it.</summary>
    Dropped,
}
