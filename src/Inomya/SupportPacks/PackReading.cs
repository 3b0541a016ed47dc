namespace Inomya.SupportPacks;

/// <summary>A file as it was read: a whole pack, or what is wrong with it.</summary>
/// <param name="Pack">Null where there is any fault: half a pack is never used.</param>
public sealed record PackReading(string File, SupportPack? Pack, IReadOnlyList<PackFault> Faults);
