using Inomya.Content;

namespace Inomya.Work;

/// <summary>What is known of limits, changes that help, laws and letters: content/work.</summary>
public sealed class WorkShelf
{
    private WorkShelf(
        LimitationFile limitations,
        AccommodationFile accommodations,
        LawFile law,
        LetterFile letters,
        LetterRules rules
    )
    {
        Limitations = limitations.Limitations;
        Accommodations = [.. accommodations.Accommodations.Where(a => Seen.Was(a.Verified))];
        Countries = [.. law.Countries.Where(c => Seen.Was(c.Verified))];
        Letters = letters.Letters;
        Rules = rules;
        _accommodationSources = accommodations.Sources;
        _lawSources = law.Sources;
    }

    private readonly Dictionary<string, ContentSource> _accommodationSources,
        _lawSources;

    /// <exception cref="ContentException">A file is missing or malformed, or names what is not there.</exception>
    public static WorkShelf Read(ContentFolder content)
    {
        var shelf = new WorkShelf(
            content.Read<LimitationFile>("work/limitations.yaml"),
            content.Read<AccommodationFile>("work/accommodations.yaml"),
            content.Read<LawFile>("work/law.yaml"),
            content.Read<LetterFile>("work/letters.yaml"),
            content.Read<LetterRules>("work/evidence.yaml")
        );
        var known = shelf.Limitations.Select(l => l.Id).ToHashSet();
        if (shelf.Accommodations.SelectMany(a => a.Limitations).FirstOrDefault(l => !known.Contains(l)) is { } unknown)
            throw new ContentException(
                "work/accommodations.yaml",
                $"the limitation {unknown} is named and is not there"
            );
        return shelf;
    }

    public IReadOnlyList<Limitation> Limitations { get; }

    /// <summary>Only what was looked up.</summary>
    public IReadOnlyList<Accommodation> Accommodations { get; }

    /// <summary>Only what was looked up.</summary>
    public IReadOnlyList<CountryLaw> Countries { get; }

    public IReadOnlyList<LetterForm> Letters { get; }

    public LetterRules Rules { get; }

    /// <summary>Null where the law of a country was not looked up, or no country is told.</summary>
    public CountryLaw? LawOf(string? country) => Countries.FirstOrDefault(c => c.Code == country);

    public LetterForm? FindLetter(string? id) => Letters.FirstOrDefault(l => l.Id == id);

    /// <summary>What may help with any of these limits, those that answer more of them first.</summary>
    /// <param name="settings">Where they are to be had; empty: wherever.</param>
    public IReadOnlyList<Accommodation> For(
        IReadOnlyCollection<string> limitations,
        IReadOnlyCollection<string> settings
    ) =>
        [
            .. Accommodations
                .Where(a => a.Limitations.Exists(limitations.Contains))
                .Where(a => settings.Count == 0 || a.Settings.Exists(settings.Contains))
                .OrderByDescending(a => a.Limitations.Count(limitations.Contains)),
        ];

    /// <summary>Where an accommodation comes from.</summary>
    public ContentSource SourceOf(Accommodation accommodation) => _accommodationSources[accommodation.Source];

    /// <summary>Where what a law says comes from.</summary>
    public IEnumerable<ContentSource> SourcesOf(CountryLaw law) => law.Sources.Select(s => _lawSources[s]);

    private sealed class LimitationFile : Head
    {
        public List<Limitation> Limitations { get; set; } = [];
    }

    private sealed class AccommodationFile : Head
    {
        public List<Accommodation> Accommodations { get; set; } = [];
    }

    private sealed class LawFile : Head
    {
        public List<CountryLaw> Countries { get; set; } = [];
    }

    private sealed class LetterFile : Head
    {
        public List<LetterForm> Letters { get; set; } = [];
    }

    private abstract class Head
    {
        public string? ReviewedBy { get; set; }
        public string Licence { get; set; } = "";
        public Dictionary<string, ContentSource> Sources { get; set; } = [];
    }
}
