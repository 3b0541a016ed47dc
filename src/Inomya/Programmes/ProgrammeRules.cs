using Inomya.Content;

namespace Inomya.Programmes;

/// <summary>How a programme is gone through, watched and judged: content/programmes/rules.yaml says what each number is.</summary>
public sealed class ProgrammeRules
{
    private const string File = "programmes/rules.yaml";

    /// <exception cref="ContentException">The file is missing or malformed, or names a gate or signal that is not there.</exception>
    public static ProgrammeRules Read(ContentFolder content)
    {
        var (read, gates) = (content.Read<ProgrammeRules>(File), Gates.Read(content));
        foreach (var rule in read.Watch)
            if (gates.Find(rule.Gate) is null || !rule.Signals.TrueForAll(s => gates.Signals.Exists(k => k.Id == s)))
                throw new ContentException(File, $"the watch {rule.Id} names a gate or a signal that is not there");
        return read;
    }

    public string Rule { get; set; } = "";

    /// <summary>Of the scale of the outcome: a smaller change does not matter.</summary>
    public double MinimalChangeShare { get; set; }

    /// <summary>Days before the first day that the comparison may use.</summary>
    public int BeforeDays { get; set; }

    /// <summary>A programme is brought up once in so many days at the most.</summary>
    public int PromptDays { get; set; }

    public string? ReviewedBy { get; set; }

    /// <summary>In order: the first that holds is told.</summary>
    public List<HarmRule> Watch { get; set; } = [];
}
