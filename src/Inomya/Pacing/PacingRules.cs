using Inomya.Content;

namespace Inomya.Pacing;

/// <summary>How a diary of activity is looked at: content/pacing/rules.yaml says what each number is.</summary>
public sealed class PacingRules
{
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static PacingRules Read(ContentFolder content) => content.Read<PacingRules>("pacing/rules.yaml");

    public string Rule { get; set; } = "";
    public int UsualDays { get; set; }
    public int LeastDays { get; set; }
    public double CarefulShare { get; set; }
    public double Boom { get; set; }
    public double Bust { get; set; }
    public int BustWithinDays { get; set; }
    public int PictureDays { get; set; }
    public List<double> Units { get; set; } = [];
    public int DoMinutes { get; set; }
    public int RestMinutes { get; set; }
}
