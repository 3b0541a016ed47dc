using Inomya.Content;
using Inomya.Vocabulary;

namespace Inomya.Questionnaires;

/// <summary>Whether the words of an instrument may be shown.</summary>
public enum TextStatus
{
    /// <summary>Its licence lets anyone reproduce it.</summary>
    Ship,

    /// <summary>Nothing protected: the wording is ours.</summary>
    Facts,

    /// <summary>Written permission is being asked for: scored, but not asked.</summary>
    Pending,

    /// <summary>Licensed: the person brings their own copy.</summary>
    ScoreOnly,
}

/// <summary>How an instrument is used.</summary>
public enum InstrumentUse
{
    /// <summary>The person answers it.</summary>
    Asked,

    /// <summary>An examiner fills it in, or the person after a safe self-test.</summary>
    Examined,

    /// <summary>It compares a value with an earlier one.</summary>
    Compared,

    /// <summary>It is worked out from what is recorded.</summary>
    Computed,
}

public enum Rounding
{
    None,
    HalfUp,
}

/// <summary>What the answers to one instrument mean: content/instruments/ID/meaning.yaml.</summary>
/// <remarks>Every clinical number of scoring is here, with its source; the code holds none.</remarks>
public sealed class Meaning
{
    public string Id { get; set; } = "";

    /// <summary>A new rule is a new version; old answers keep the version that scored them.</summary>
    public string Version { get; set; } = "";
    public InstrumentUse Use { get; set; }

    /// <summary>Names under which its scoring is called, such as PHQ-9.</summary>
    public List<string> Rules { get; set; } = [];
    public LicenceNote Licence { get; set; } = new();

    /// <summary>ISO 8601 duration the questions ask about.</summary>
    public string? Recall { get; set; }

    /// <summary>ISO 8601 duration after which to ask again.</summary>
    public string? Interval { get; set; }

    /// <summary>Minutes it takes.</summary>
    public double Minutes { get; set; }

    /// <summary>PANEL, and one a score, as "system|code".</summary>
    public Dictionary<string, string> Codes { get; set; } = [];
    public MissingRule Missing { get; set; } = new();
    public List<ScoreMeaning> Scores { get; set; } = [];
    public List<BandSet> Bands { get; set; } = [];
    public Dictionary<string, SourcedNumber> Numbers { get; set; } = [];
    public Dictionary<string, NormTable> Norms { get; set; } = [];
    public List<ImportantChange> Changes { get; set; } = [];
    public List<SafetyRule> Safety { get; set; } = [];
    public List<Follow> LeadsTo { get; set; } = [];

    /// <summary>Locale keys of what should be said with every result.</summary>
    public List<string> Notes { get; set; } = [];
    public Dictionary<string, SourceNote> Sources { get; set; } = [];

    /// <summary>The words may be shown to anyone.</summary>
    public bool IsCleared => Licence.Text is TextStatus.Ship or TextStatus.Facts;

    /// <summary>A threshold or factor by name.</summary>
    /// <exception cref="ContentException">The file has no such number.</exception>
    public double Number(string name) =>
        Numbers.TryGetValue(name, out var number) ? number.Value : throw Wrong($"has no number '{name}'");

    /// <summary>The key of the band a value is in; null without a value.</summary>
    /// <exception cref="ContentException">The file has no such bands, or none for this value.</exception>
    public string? Band(string bands, double? value)
    {
        if (value is not { } exact)
            return null;
        var set = Bands.Find(b => b.Id == bands) ?? throw Wrong($"has no bands '{bands}'");
        return set.KeyOf(exact) ?? throw Wrong($"has no band of '{bands}' for {exact}");
    }

    /// <summary>The published change of a score that matters; null where there is none.</summary>
    public ImportantChange? ChangeOf(string score) => Changes.Find(c => c.Score == score && c.Basis == "published");

    /// <summary>The norm for an age and a sex; null where the table has none.</summary>
    /// <exception cref="ContentException">The file has no such table.</exception>
    public double? Norm(string table, double? age, string? sex = null) =>
        (Norms.TryGetValue(table, out var norms) ? norms : throw Wrong($"has no norms '{table}'")).Of(age, sex);

    private ContentException Wrong(string why) => new($"instruments/{Id}/meaning.yaml", why);
}

public sealed class LicenceNote
{
    public TextStatus Text { get; set; }
    public string Statement { get; set; } = "";

    /// <summary>Shown with the questions where the licence asks for it.</summary>
    public string? Notice { get; set; }

    /// <summary>What is still waited for, while <see cref="Text"/> is pending.</summary>
    public string? Waiting { get; set; }
}

/// <summary>What happens when answers are missing.</summary>
public sealed class MissingRule
{
    /// <summary>all-required, mean-of-answered, domain-weight, mean-of-scale, three-valued.</summary>
    public string Rule { get; set; } = "all-required";

    /// <summary>How many may be missing.</summary>
    public int Allow { get; set; }

    /// <summary>published, policy (ours, where the publication has none) or memory.</summary>
    public string Basis { get; set; } = "policy";
    public string? Source { get; set; }
}

public sealed class ScoreMeaning
{
    public string Id { get; set; } = "";
    public string Rule { get; set; } = "";
    public double[]? Range { get; set; }
    public string Unit { get; set; } = "{score}";
    public Better Better { get; set; }

    /// <summary>The one to show first and to draw over time.</summary>
    public bool Main { get; set; }
}

/// <summary>Bands of one score, each running to where the next one starts.</summary>
public sealed class BandSet
{
    public string Id { get; set; } = "";
    public string Of { get; set; } = "";

    /// <summary>Which publication's bands these are: printed beside every band.</summary>
    public string Version { get; set; } = "";
    public bool Default { get; set; }
    public Rounding Rounding { get; set; }
    public string Source { get; set; } = "";
    public List<BandStep> Steps { get; set; } = [];

    public string? KeyOf(double value)
    {
        var compared = Rounding == Rounding.HalfUp ? Sums.HalfUp(value) : Sums.Tidy(value);
        return Steps.FindLast(s => s.From is { } from ? compared >= from : compared > s.Above)?.Key;
    }
}

/// <summary>A band that starts at <see cref="From"/>, or just above <see cref="Above"/>.</summary>
public sealed class BandStep
{
    public double? From { get; set; }
    public double? Above { get; set; }
    public string Key { get; set; } = "";
}

public sealed class SourcedNumber
{
    public double Value { get; set; }
    public string Source { get; set; } = "";

    /// <summary>published, policy or memory.</summary>
    public string Basis { get; set; } = "published";
    public string? Note { get; set; }
}

/// <summary>Norms by age, and by sex where they differ.</summary>
public sealed class NormTable
{
    public string Source { get; set; } = "";
    public List<NormRow> Rows { get; set; } = [];

    public double? Of(double? age, string? sex)
    {
        var row = Rows.Find(r => age >= r.Ages[0] && age < r.Ages[1] + 1);
        return row is null
            ? null
            : row.All
                ?? (
                    sex switch
                    {
                        "female" => row.Female,
                        "male" => row.Male,
                        _ => null,
                    }
                );
    }
}

public sealed class NormRow
{
    /// <summary>First and last year of age, both included.</summary>
    public double[] Ages { get; set; } = [0, 0];
    public double? Female { get; set; }
    public double? Male { get; set; }
    public double? All { get; set; }
}

/// <summary>The smallest change of a score that is worth telling.</summary>
public sealed class ImportantChange
{
    public string Score { get; set; } = "";

    /// <summary>points or percent.</summary>
    public string Kind { get; set; } = "points";
    public double Least { get; set; }
    public string Source { get; set; } = "";

    /// <summary>published or memory; from memory it is never shown.</summary>
    public string Basis { get; set; } = "published";

    /// <summary>
    /// How far a score must move from a value to count, in points; null where no share of 0 can be told.
    /// </summary>
    public double? PointsFrom(double value) =>
        Kind == "percent" ? (value == 0 ? null : Math.Abs(value) * Least / 100) : Least;

    /// <summary>The change is as large as one that matters to most people; null where that cannot be told.</summary>
    public bool? Matters(double before, double now) =>
        PointsFrom(before) is { } points ? Math.Abs(now - before) >= points - 1e-9 : null;
}

/// <summary>What must be shown at once, whatever the total is.</summary>
public sealed class SafetyRule
{
    public string Item { get; set; } = "";
    public double AtLeast { get; set; }

    /// <summary>crisis-contacts.</summary>
    public string Show { get; set; } = "";

    /// <summary>Whether a clinician has reviewed this path; null until then.</summary>
    public string? ReviewedBy { get; set; }
}

/// <summary>A result that makes another instrument worth answering.</summary>
public sealed class Follow
{
    public string When { get; set; } = "";
    public string Instrument { get; set; } = "";
}

public sealed class SourceNote
{
    public string Text { get; set; } = "";
    public string? Doi { get; set; }
    public string? Url { get; set; }

    /// <summary>
    /// seen: a stored copy was read; secondary: a mirror or a citing text was; memory: not looked up, never shown as
    /// fact.
    /// </summary>
    public string Verified { get; set; } = "memory";
}
