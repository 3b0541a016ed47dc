using NodaTime;

namespace Inomya.SupportPacks;

/// <summary>One association, office, service, group or site that can help; what it says of itself is its own.</summary>
/// <param name="Id">Unique within its pack, in kebab-case.</param>
/// <param name="Name">In its own language.</param>
/// <param name="What">What it does, by BCP 47 language; at least one.</param>
/// <param name="Address">http or https. Shown as text and link, and opened by the person alone: nothing of ours ever asks for it.</param>
/// <param name="Phone">Figures and spaces; null where none was read.</param>
/// <param name="Languages">Spoken or written there, BCP 47; at least one.</param>
/// <param name="Region">Null unless the scope is a region.</param>
/// <param name="Source">What was read, in words.</param>
/// <param name="Checked">The day on which it was read.</param>
/// <param name="IsOwnWord">Its own page was read; else others tell it.</param>
public sealed record SupportEntry(
    string Id,
    SupportKind Kind,
    string Name,
    IReadOnlyDictionary<string, string> What,
    Uri Address,
    string? Phone,
    IReadOnlyList<string> Languages,
    SupportScope Scope,
    string? Region,
    SupportCosts Costs,
    string Source,
    LocalDate Checked,
    bool IsOwnWord
)
{
    /// <summary>The address as people read it, host in ASCII so that no letter poses as another: "example.org/help".</summary>
    public string AddressText => $"{Address.IdnHost}{Address.PathAndQuery}".TrimEnd('/');

    /// <summary>What it does in this language, else in English, else in the first there is.</summary>
    public (string Text, string Language) WhatIn(string language)
    {
        var found = new[] { language, Content.Words.Fallback }.FirstOrDefault(What.ContainsKey) ?? What.Keys.First();
        return (What[found], found);
    }
}
