using Inomya.Content;

namespace Inomya.Visits;

/// <summary>How a visit is prepared and looked back at: content/visits/rules.yaml says what each number is.</summary>
public sealed class VisitRules
{
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static VisitRules Read(ContentFolder content) => content.Read<VisitRules>("visits/rules.yaml");

    public string Rule { get; set; } = "";
    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";

    /// <summary>Days after which it is asked for the first time what became of an agreement.</summary>
    public int FirstAskDays { get; set; }

    /// <summary>Days until it is asked again.</summary>
    public int AskAgainDays { get; set; }

    /// <summary>Items of the reply slip that ask nothing of anybody: told, and never asked back.</summary>
    public List<string> NeverAsked { get; set; } = [];

    /// <summary>Letters of one field.</summary>
    public int Letters { get; set; }

    /// <summary>Lines for a hand on the reply slip.</summary>
    public int SlipLines { get; set; }

    /// <summary>
    /// Readers who may be given costs, notes and what the person wrote, where that is chosen for one visit.
    /// </summary>
    public List<string> PrivateReaders { get; set; } = [];
}
