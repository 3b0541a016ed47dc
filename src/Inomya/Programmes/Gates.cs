using Inomya.Content;

namespace Inomya.Programmes;

/// <summary>Every gate, what it closes, and what may answer it: content/programmes/gates.yaml.</summary>
public sealed class Gates
{
    private const string File = "programmes/gates.yaml";

    /// <exception cref="ContentException">
    /// The file is missing or malformed, or a gate names a part, a signal or a source that is not there.
    /// </exception>
    public static Gates Read(ContentFolder content)
    {
        var read = content.Read<Gates>(File);
        foreach (var gate in read.All)
            if (read.UnknownIn(gate) is { } unknown)
                throw new ContentException(File, $"the gate {gate.Id} names {unknown}, which is not there");
        if (read.All.GroupBy(g => g.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ContentException(File, $"the gate {twice.Key} stands twice");
        return read;
    }

    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";
    public List<GatePart> Parts { get; set; } = [];
    public List<GateSignal> Signals { get; set; } = [];

    /// <summary>In the order in which they are asked.</summary>
    [YamlDotNet.Serialization.YamlMember(Alias = "gates")]
    public List<Gate> All { get; set; } = [];

    public Dictionary<string, ContentSource> Sources { get; set; } = [];

    /// <summary>By id; null when there is none.</summary>
    public GatePart? Part(string id) => Parts.Find(p => p.Id == id);

    /// <summary>By id; null when there is none.</summary>
    public Gate? Find(string id) => All.Find(g => g.Id == id);

    /// <summary>The gates that are asked before a part, in order.</summary>
    /// <exception cref="ArgumentException">There is no such part: one that nobody guards must not look open.</exception>
    public IReadOnlyList<Gate> Of(string part) =>
        Part(part) is null
            ? throw new ArgumentException($"'{part}' is not a part of {File}.", nameof(part))
            : All.FindAll(g => g.IsAskedFor(part));

    private string? UnknownIn(Gate gate) =>
        gate.Closes.Concat(gate.Cautions).FirstOrDefault(p => Part(p) is null) is { } part ? $"the part {part}"
        : gate.Signals.Find(s => !Signals.Exists(k => k.Id == s)) is { } signal ? $"the signal {signal}"
        : !Sources.ContainsKey(gate.Source) ? $"the source {gate.Source}"
        : null;
}
