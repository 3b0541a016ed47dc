namespace Inomya.Content;

/// <summary>Whether somebody looked a number or a sentence up where it comes from: the mark <c>verified</c> of content.</summary>
public static class Seen
{
    /// <summary>Nobody did: it was written from memory, and is not shown as fact.</summary>
    public const string Memory = "memory";

    /// <param name="verified">How it was looked up, such as "web" or "pubmed-abstract".</param>
    public static bool Was(string verified) => verified != Memory;
}
