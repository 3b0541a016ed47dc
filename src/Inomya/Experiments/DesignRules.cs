using Inomya.Content;

namespace Inomya.Experiments;

/// <summary>How self-experiments are made: content/experiments/design.yaml says what each number is.</summary>
public sealed class DesignRules
{
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static DesignRules Read(ContentFolder content) => content.Read<DesignRules>("experiments/design.yaml");

    public string Rule { get; set; } = "";
    public int BlockDays { get; set; }
    public List<int> BlockDaysChoices { get; set; } = [];
    public int SettleDays { get; set; }
    public int LeastPairs { get; set; }
    public int MostPairs { get; set; }
    public int LongestDays { get; set; }
    public int LeastCountedDays { get; set; }
    public double Power { get; set; }
    public int LeastRecordedDays { get; set; }
    public int LookBackDays { get; set; }
    public double MinimalChangeShare { get; set; }
    public double ExpectedTimesMinimal { get; set; }
    public double EffectSpreadOfExpected { get; set; }
    public int Trials { get; set; }
    public double WorseShare { get; set; }
    public int WorseDays { get; set; }
    public List<string> NeverMore { get; set; } = [];
    public List<string> NotSwitchable { get; set; } = [];
}
