namespace Inomya.Questionnaires;

public sealed class LicenceNote
{
    public TextStatus Text { get; set; }
    public string Statement { get; set; } = "";

    /// <summary>Shown with the questions where the licence asks for it.</summary>
    public string? Notice { get; set; }

    /// <summary>What is still waited for, while <see cref="Text"/> is pending.</summary>
    public string? Waiting { get; set; }
}
