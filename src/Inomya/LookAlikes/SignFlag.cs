namespace Inomya.LookAlikes;

/// <summary>The red flag that a sign is when it is so now.</summary>
/// <param name="Flag">Its question among the red flags.</param>
/// <param name="More">A further question of it that the sign answers as well; null for none.</param>
public sealed record SignFlag(string Flag, string? More);
