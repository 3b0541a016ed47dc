namespace Inomya.SupportPacks;

/// <summary>What kind of help an entry is, in the order in which a page shows them; its words are support.kind.KIND.</summary>
public enum SupportKind
{
    Association,

    /// <summary>Advice on rights, work and benefits, or where they are applied for.</summary>
    Rights,
    Service,
    Group,
    Online,
}
