namespace Inomya.SupportPacks;

/// <summary>Where an entry helps; for one of a pack for many countries, Country means several of them.</summary>
public enum SupportScope
{
    Country,

    /// <summary>Only where <see cref="SupportEntry.Region"/> says.</summary>
    Region,
    Online,
}
