using Inomya.Exports;
using NodaTime;

namespace Inomya.Links;

/// <summary>What a person wants to give out, and how.</summary>
/// <param name="Id">Made by the form, so that the same form sent twice makes one.</param>
/// <param name="Areas">The parts of the summary; null for a report.</param>
/// <param name="Passcode">Null for none.</param>
/// <param name="Base">Where others reach this journal; null for a locked file.</param>
/// <param name="IsDirect">Without a manifest, for a reader that knows no more; never with a passcode.</param>
public sealed record LinkWish(
    Guid Id,
    string Label,
    IReadOnlySet<SummaryArea>? Areas,
    Duration Lasts,
    string? Passcode,
    Uri? Base,
    bool IsDirect
)
{
    /// <summary>"manifest", "direct" or "file".</summary>
    public string Way =>
        Base is null ? LinkBook.File
        : IsDirect && Passcode is null ? LinkBook.Direct
        : LinkBook.Manifest;
}
