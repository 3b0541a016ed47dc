namespace Inomya.Calm;

/// <summary>One practice of the room Calm.</summary>
public sealed class Practice
{
    /// <summary>
    /// Last part of its address; its words are <c>calm.practice.ID</c> and <c>calm.practice.ID.text</c>.
    /// </summary>
    public string Id { get; set; } = "";

    /// <summary>Ids of what can be listened to, the shortest first; empty for a practice with a page of its own.</summary>
    public List<string> Scripts { get; set; } = [];

    /// <summary>Id of the part that gates guard; null where none is asked.</summary>
    public string? Part { get; set; }
}
