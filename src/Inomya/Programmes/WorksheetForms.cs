using Inomya.Content;

namespace Inomya.Programmes;

/// <summary>Every form in which a person writes for themselves: content/programmes/worksheets.yaml.</summary>
public sealed class WorksheetForms
{
    private const string File = "programmes/worksheets.yaml";

    /// <exception cref="ContentException">The file is missing or malformed, or a form names a source that is not there.</exception>
    public static WorksheetForms Read(ContentFolder content)
    {
        var read = content.Read<WorksheetForms>(File);
        foreach (var form in read.Forms)
            if (form.Sources.Find(s => !read.Sources.ContainsKey(s)) is { } unknown)
                throw new ContentException(File, $"the form {form.Id} names the source {unknown}, which is not there");
        return read;
    }

    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";

    /// <summary>In the order in which they are shown.</summary>
    public List<WorksheetForm> Forms { get; set; } = [];

    public Dictionary<string, ContentSource> Sources { get; set; } = [];

    /// <summary>By id; null when there is none.</summary>
    public WorksheetForm? Find(string id) => Forms.Find(f => f.Id == id);
}
