namespace Inomya.Work;

/// <summary>How the days of a person are counted for a letter and for the page of work: content/work/evidence.yaml.</summary>
public sealed class LetterRules
{
    public string Rule { get; set; } = "";

    /// <summary>So many days up to today are counted.</summary>
    public int WindowDays { get; set; }

    /// <summary>From fewer recorded days nothing is told.</summary>
    public int LeastDays { get; set; }

    /// <summary>So many days ahead a letter proposes to look at it again.</summary>
    public int ReviewDays { get; set; }

    /// <summary>Weeks of the diary of lost work.</summary>
    public int DiaryWeeks { get; set; }

    /// <summary>Days that the companion of a sick note looks back.</summary>
    public int NoteDays { get; set; }

    /// <summary>The measure that names no symptom.</summary>
    public string Function { get; set; } = "";

    /// <summary>Groups of activities that may be told of without naming a symptom.</summary>
    public List<string> Groups { get; set; } = [];

    /// <summary>Measures that are never told in a letter, whatever was ticked.</summary>
    public List<string> PrivateMeasures { get; set; } = [];
}
