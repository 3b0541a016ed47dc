using Inomya.Content;

namespace Inomya.SupportPacks;

/// <summary>How to tell good advice from bad: content/advice/signs.yaml. Words: support.sign.ID, its .why, and support.good.ID.</summary>
public sealed class AdviceSigns
{
    private readonly SignFile _file;

    private AdviceSigns(SignFile file)
    {
        _file = file;
        Bad = LookedUp(file.Signs);
        Good = LookedUp(file.Good);
    }

    /// <summary>What speaks against advice; only what was looked up.</summary>
    public IReadOnlyList<AdviceSign> Bad { get; }

    /// <summary>What a good group does; only what was looked up.</summary>
    public IReadOnlyList<AdviceSign> Good { get; }

    /// <exception cref="ContentException">The file is missing or malformed, or a sign names a source that is not there.</exception>
    public static AdviceSigns Read(ContentFolder content)
    {
        const string Name = "advice/signs.yaml";
        var file = content.Read<SignFile>(Name);
        var lost = file.Signs.Concat(file.Good).FirstOrDefault(s => !file.Sources.ContainsKey(s.Source));
        return lost is null
            ? new AdviceSigns(file)
            : throw new ContentException(Name, $"{lost.Id} names the source {lost.Source}, which is not there");
    }

    public ContentSource SourceOf(AdviceSign sign) => _file.Sources[sign.Source];

    private List<AdviceSign> LookedUp(IEnumerable<AdviceSign> signs) =>
        [.. signs.Where(s => Seen.Was(SourceOf(s).Verified))];

    private sealed class SignFile
    {
        public string? ReviewedBy { get; set; }
        public string Licence { get; set; } = "";
        public Dictionary<string, ContentSource> Sources { get; set; } = [];
        public List<AdviceSign> Signs { get; set; } = [];
        public List<AdviceSign> Good { get; set; } = [];
    }
}
