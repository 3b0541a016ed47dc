using Inomya.Content;

namespace Inomya.Calm;

/// <summary>Which paces of breathing are offered: content/calm/breathing.yaml.</summary>
public sealed class BreathingRules
{
    private const string File = "calm/breathing.yaml";
    private const double MinuteSeconds = 60;

    /// <exception cref="ContentException">The file is missing or malformed, or what is usual is not offered.</exception>
    public static BreathingRules Read(ContentFolder content)
    {
        var read = content.Read<BreathingRules>(File);
        if (
            !read.Rates.Contains(read.UsualRate)
            || !read.OutShares.Contains(read.UsualOutShare)
            || !read.Minutes.Contains(read.UsualMinutes)
        )
            throw new ContentException(File, "what is usual is not among what is offered");
        return read;
    }

    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";
    public string Grade { get; set; } = "";
    public Dictionary<string, ContentSource> Sources { get; set; } = [];

    /// <summary>Breaths a minute.</summary>
    public List<double> Rates { get; set; } = [];

    public double UsualRate { get; set; }

    /// <summary>The share of a breath that is breathing out.</summary>
    public List<double> OutShares { get; set; } = [];

    public double UsualOutShare { get; set; }

    public List<int> Minutes { get; set; } = [];

    public int UsualMinutes { get; set; }

    /// <summary>The pace that is breathed where none was chosen, as on the flare page.</summary>
    public BreathingPace Usual => PaceOf(UsualRate, UsualOutShare, UsualMinutes);

    /// <param name="rate">Breaths a minute.</param>
    /// <param name="outShare">The share of a breath that is breathing out.</param>
    public static BreathingPace PaceOf(double rate, double outShare, int minutes)
    {
        var breath = MinuteSeconds / rate;
        return new BreathingPace(Math.Round(breath * (1 - outShare), 2), Math.Round(breath * outShare, 2), minutes);
    }
}
