namespace Inomya.Programmes;

/// <summary>One field of a worksheet. What it asks is <c>worksheet.FORM.ID</c>.</summary>
public sealed class WorksheetField
{
    public string Id { get; set; } = "";
    public WorksheetFieldKind Kind { get; set; }

    /// <summary>How many lines its box shows.</summary>
    public int Lines { get; set; } = 1;

    /// <summary>The highest rating; 0 is the lowest.</summary>
    public int Top { get; set; }

    /// <summary>Their words are <c>worksheet.choice.CHOICE</c>.</summary>
    public List<string> Choices { get; set; } = [];

    /// <summary>It is asked for each area of the form.</summary>
    public bool Each { get; set; }
}
