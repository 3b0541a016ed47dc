using Inomya.Content;

namespace Inomya.Function;

/// <summary>What a function file is made with: content/work/function.yaml.</summary>
public sealed class FunctionShelf
{
    private const string File = "work/function.yaml";

    /// <exception cref="ContentException">The file is missing or malformed, or a form names what is not there.</exception>
    public static FunctionShelf Read(ContentFolder content)
    {
        var read = content.Read<FunctionShelf>(File);
        var named = read.Forms.SelectMany(f => f.Activities).Concat(read.Activities.Select(a => a.Id));
        if (named.FirstOrDefault(a => read.Find(a) is null) is { } unknown)
            throw new ContentException(File, $"the activity {unknown} is named and is not there");
        var sources = read.Forms.SelectMany(f => f.Sources).Concat(read.Activities.Select(a => a.Source));
        if (sources.FirstOrDefault(s => !read.Sources.ContainsKey(s)) is { } missing)
            throw new ContentException(File, $"the source {missing} is named and is not there");
        read.Forms.RemoveAll(f => !Seen.Was(f.Verified));
        return read;
    }

    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";
    public Dictionary<string, ContentSource> Sources { get; set; } = [];

    /// <summary>The first is that it went as usual; every other one is a limit.</summary>
    public List<string> Ways { get; set; } = [];

    /// <summary>Safely, again, in reasonable time: "no" to one of them is a limit.</summary>
    public List<string> Marks { get; set; } = [];

    public List<FunctionActivity> Activities { get; set; } = [];

    /// <summary>Only what was looked up.</summary>
    public List<FunctionForm> Forms { get; set; } = [];

    /// <summary>Null for one that is not in content.</summary>
    public FunctionActivity? Find(string id) => Activities.Find(a => a.Id == id);

    /// <summary>Null where no form of that name is there.</summary>
    public FunctionForm? FindForm(string id) => Forms.Find(f => f.Id == id);

    /// <summary>An answer that says that it did not go as usual.</summary>
    public bool IsLimit(Journals.FunctionDay day) => day.Way != Ways[0] || day.ReadMarks().Values.Contains(false);
}
