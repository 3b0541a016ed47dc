namespace Inomya.Journals;

public enum ActivityKind
{
    Physical,
    Mental,
    Social,
    Emotional,

    /// <summary>A day on which the diary was kept and nothing cost effort; has 0 units.</summary>
    Rest,
}
