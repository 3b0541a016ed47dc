using Inomya.Content;

namespace Inomya.Food;

/// <summary>How food trials are made and judged: content/food/trial.yaml says what each number is.</summary>
public sealed class FoodTrialRules
{
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static FoodTrialRules Read(ContentFolder content) => content.Read<FoodTrialRules>("food/trial.yaml");

    public string Rule { get; set; } = "";
    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";
    public Dictionary<string, ContentSource> Sources { get; set; } = [];
    public int BaselineDays { get; set; }
    public int RemovalDays { get; set; }
    public List<int> RemovalDaysChoices { get; set; } = [];
    public int Challenges { get; set; }
    public int ChallengeDays { get; set; }
    public int WashoutDays { get; set; }
    public int ReferenceDays { get; set; }
    public double WorseByShare { get; set; }
    public double BetterByShare { get; set; }
    public int ChallengesNeeded { get; set; }
    public int LeastChallengeDays { get; set; }
    public int LeastReferenceDays { get; set; }
    public int LeastPhaseDays { get; set; }
    public int AnswerHoldsDays { get; set; }
    public List<string> Outcomes { get; set; } = [];

    /// <summary>Asked of everybody before a trial.</summary>
    public List<string> Gates { get; set; } = [];

    public List<GateClosing> ClosedBy { get; set; } = [];
    public int AdultFromYears { get; set; }
    public List<string> StrongReactionWords { get; set; } = [];
}
