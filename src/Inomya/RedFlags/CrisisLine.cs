namespace Inomya.RedFlags;

/// <summary>A line to call or write to.</summary>
/// <param name="Hours">"always", "10-24" as the clock there shows, or "unknown".</param>
/// <param name="Place">Where it is for, when not for the whole country.</param>
public sealed record CrisisLine(string Name, string Number, bool ByText, string Hours, string? Place)
{
    /// <summary>The address that dials it.</summary>
    public string Dial => DialOf(Number);

    public static string DialOf(string number) => $"tel:{number.Replace(" ", "", StringComparison.Ordinal)}";
}
