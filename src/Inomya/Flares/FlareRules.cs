using Inomya.Content;

namespace Inomya.Flares;

/// <summary>
/// How flares and days at risk of one are looked at: content/flares/rules.yaml says what each number is.
/// </summary>
public sealed class FlareRules
{
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static FlareRules Read(ContentFolder content) => content.Read<FlareRules>("flares/rules.yaml");

    public string Rule { get; set; } = "";
    public int UsualDays { get; set; }
    public int UsualRecorded { get; set; }
    public double NearShare { get; set; }
    public int BackDays { get; set; }
    public double AboveUsualShare { get; set; }
    public int MostDays { get; set; }
    public int MessageDays { get; set; }
    public double WarnFrom { get; set; }
}
