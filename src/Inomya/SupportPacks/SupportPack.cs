using NodaTime;

namespace Inomya.SupportPacks;

/// <summary>Who can help in one country, or in many, kept by one maintainer.</summary>
/// <param name="Country">ISO 3166; null for a pack of many countries.</param>
/// <param name="MaintainedBy">Who looks it up, in their own words.</param>
/// <param name="Expires">The last day on which its maintainer stands for it.</param>
/// <param name="Entries">Only what somebody looked up.</param>
/// <param name="FromMemory">How many more stand in the file that nobody looked up; never shown.</param>
public sealed record SupportPack(
    string? Country,
    string MaintainedBy,
    LocalDate Expires,
    IReadOnlyList<SupportEntry> Entries,
    int FromMemory
)
{
    /// <summary>Past its day. It is still shown, with its age, and never called current.</summary>
    public bool IsOldOn(LocalDate day) => day > Expires;
}
