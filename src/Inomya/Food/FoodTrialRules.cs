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

    /// <summary>The part whose gates are asked before a trial.</summary>
    public string Part { get; set; } = "";

    /// <summary>Ids or classes of medicines that close it.</summary>
    public List<string> DiabetesMedicines { get; set; } = [];

    /// <summary>The gate that counts only for the items that name it.</summary>
    public string ItemGate { get; set; } = "";

    /// <summary>In the name or the reaction of an allergy: it was a strong one.</summary>
    public List<string> StrongReactionWords { get; set; } = [];
}
