using Inomya.Content;

namespace Inomya.Reports;

/// <summary>How much a report holds, and what it calls high: content/reports/rules.yaml says what each number is.</summary>
public sealed class ReportRules
{
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static ReportRules Read(ContentFolder content) => content.Read<ReportRules>("reports/rules.yaml");

    public string Rule { get; set; } = "";
    public int WindowDays { get; set; }
    public int WindowLeast { get; set; }
    public int YearsDays { get; set; }
    public List<string> Measures { get; set; } = [];
    public List<string> Second { get; set; } = [];
    public Dictionary<string, int> Most { get; set; } = [];
    public List<string> PrivateInstruments { get; set; } = [];
    public List<string> PrivateMeasures { get; set; } = [];
    public List<HighRow> High { get; set; } = [];

    /// <summary>From which value a measure is called high; only what was looked up.</summary>
    public IReadOnlyDictionary<string, double> HighFrom =>
        High.Where(h => Seen.Was(h.Verified)).ToDictionary(h => h.Measure, h => h.From);
}
