namespace Inomya.Questionnaires;

/// <summary>A published answer list, and the item of the instrument whose options are that list.</summary>
public sealed class AnswerListUse
{
    /// <summary>Address of the value set.</summary>
    public string ValueSet { get; set; } = "";

    /// <summary>Link id of the item.</summary>
    public string Item { get; set; } = "";

    /// <summary>Which of the sources says so.</summary>
    public string Source { get; set; } = "";
}
