using Inomya.Content;

namespace Inomya.Reports;

/// <summary>What one reader of a report is given, as in content/reports/audiences.yaml.</summary>
public sealed class ReportAudience
{
    /// <summary>In <see cref="MayHave"/>: what is told of mood and cycle, which is no section of its own.</summary>
    public const string Private = "private";

    public string Id { get; set; } = "";
    public List<string> Sections { get; set; } = [];

    /// <summary>On top, when the person wants it.</summary>
    public List<string> MayHave { get; set; } = [];

    /// <summary>About the days since the last visit, where no days are asked for.</summary>
    public bool SinceVisit { get; set; }

    /// <summary>Pages at most; null for any number.</summary>
    public int? Pages { get; set; }

    /// <summary>The person's own: nothing is private.</summary>
    public bool Own { get; set; }

    /// <summary>All audiences, in their order.</summary>
    public static IReadOnlyList<ReportAudience> All(ContentFolder content) =>
        content.Read<File>("reports/audiences.yaml").Audiences;

    /// <summary>Null where there is no such audience.</summary>
    public static ReportAudience? Find(ContentFolder content, string id) =>
        All(content).FirstOrDefault(a => a.Id == id);

    private sealed class File
    {
        public List<ReportAudience> Audiences { get; set; } = [];
    }
}
