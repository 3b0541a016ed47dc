namespace Inomya.Laboratory;

/// <summary>A second test that a limit takes.</summary>
public sealed class CompanionLimit
{
    public string Test { get; set; } = "";
    public double TimesUpper { get; set; }

    /// <summary>So many days before or after.</summary>
    public int Days { get; set; }
}
