using Inomya.Content;

namespace Inomya.Relief;

/// <summary>How relief is looked at: content/relief/rules.yaml says what each number is.</summary>
public sealed class ReliefRules
{
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static ReliefRules Read(ContentFolder content) => content.Read<ReliefRules>("relief/rules.yaml");

    public string Rule { get; set; } = "";
    public HelpedRules WhatHelped { get; set; } = new();
    public FlareRules Flares { get; set; } = new();
    public PacingRules Pacing { get; set; } = new();
    public WarningRules Warning { get; set; } = new();

    public sealed class HelpedRules
    {
        public double MinimalChangeShare { get; set; }
        public int JudgeAfterDays { get; set; }
        public int PictureDays { get; set; }
    }

    public sealed class FlareRules
    {
        public int UsualDays { get; set; }
        public int UsualRecorded { get; set; }
        public double NearShare { get; set; }
        public int BackDays { get; set; }
        public double AboveUsualShare { get; set; }
        public int MostDays { get; set; }
    }

    public sealed class PacingRules
    {
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

    public sealed class WarningRules
    {
        public double WarnFrom { get; set; }
    }
}
