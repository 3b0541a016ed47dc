using Inomya.Content;

namespace Inomya.Questionnaires;

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

    /// <summary>Published answer lists that an item uses whole: forms of others name them by address alone.</summary>
    public List<AnswerListUse> AnswerLists { get; set; } = [];

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

    /// <summary>The bands that are told with a score; null where there are none.</summary>
    public BandSet? BandsOf(string score) => Bands.Find(b => b.Of == score && b.Default);

    /// <summary>The band that is told with a score today; null without bands, or for a value in none.</summary>
    public ToldBand? TellBand(string score, double value) =>
        BandsOf(score) is { } set && set.KeyOf(value) is { } key ? new ToldBand(set.Id, key, set.Version) : null;

    /// <summary>The published change of a score that matters; null where there is none.</summary>
    public ImportantChange? ChangeOf(string score) => Changes.Find(c => c.Score == score && c.Basis == "published");

    /// <summary>The norm for an age and a sex; null where the table has none.</summary>
    /// <exception cref="ContentException">The file has no such table.</exception>
    public double? Norm(string table, double? age, string? sex = null) =>
        (Norms.TryGetValue(table, out var norms) ? norms : throw Wrong($"has no norms '{table}'")).Of(age, sex);

    private ContentException Wrong(string why) => new($"instruments/{Id}/meaning.yaml", why);
}
