using Inomya.Content;

namespace Inomya.Visits;

/// <summary>What a doctor can tick in a visit, and the person types back: content/visits/slip.yaml.</summary>
public sealed class ReplySlip
{
    /// <exception cref="ContentException">The file is missing or malformed.</exception>
    public static ReplySlip Read(ContentFolder content) => content.Read<ReplySlip>("visits/slip.yaml");

    public string? ReviewedBy { get; set; }
    public string Licence { get; set; } = "";
    public Dictionary<string, ContentSource> Sources { get; set; } = [];

    /// <summary>In the order in which they are shown.</summary>
    public List<SlipItem> Items { get; set; } = [];

    /// <summary>The items by group, in order.</summary>
    public IEnumerable<IGrouping<string, SlipItem>> Groups => Items.GroupBy(i => i.Group);

    /// <summary>Null where there is no such item.</summary>
    public SlipItem? Find(string id) => Items.Find(i => i.Id == id);
}
