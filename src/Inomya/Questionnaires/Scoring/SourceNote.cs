using Inomya.Content;

namespace Inomya.Questionnaires;

public sealed class SourceNote
{
    public string Text { get; set; } = "";
    public string? Doi { get; set; }
    public string? Url { get; set; }

    /// <summary>
    /// seen: a stored copy was read; secondary: a mirror or a citing text was; memory: not looked up, never shown as
    /// fact.
    /// </summary>
    public string Verified { get; set; } = Seen.Memory;
}
