using Inomya.Content;

namespace Inomya.Work;

/// <summary>Something that others may change so that work or learning can go on: the locale key work.accommodation.ID.</summary>
public sealed class Accommodation
{
    public string Id { get; set; } = "";

    /// <summary>Ids of what it is an answer to.</summary>
    public List<string> Limitations { get; set; } = [];

    /// <summary>Where it can be had, such as work or school.</summary>
    public List<string> Settings { get; set; } = [];

    /// <summary>Such as "schedule": the locale key work.kind.KIND.</summary>
    public string Kind { get; set; } = "";

    public string Source { get; set; } = "";

    /// <summary>How it was looked up; <see cref="Seen.Memory"/> is never shown.</summary>
    public string Verified { get; set; } = Seen.Memory;
}
