using Inomya.Content;

namespace Inomya.LongView;

/// <summary>The published course of the condition: content/course/course.yaml.</summary>
public sealed class CourseFacts
{
    private const string File = "course/course.yaml";

    /// <exception cref="ContentException">The file is missing or malformed, or names a source that is not there.</exception>
    public static CourseFacts Read(ContentFolder content)
    {
        var read = content.Read<CourseFacts>(File);
        if (read.Facts.Find(f => !read.Sources.ContainsKey(f.Source)) is { } unknown)
            throw new ContentException(File, $"the source {unknown.Source} is named and is not there");
        return read;
    }

    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";
    public Dictionary<string, ContentSource> Sources { get; set; } = [];
    public List<CourseFact> Facts { get; set; } = [];

    /// <summary>Only what was looked up.</summary>
    public IEnumerable<CourseFact> Shown => Facts.Where(f => Seen.Was(f.Verified));
}
