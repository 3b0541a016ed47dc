namespace Inomya.Movement;

/// <summary>What was recorded lately of the kinds of movement whose minutes stand on the curve.</summary>
/// <param name="Minutes">Told, a week on average; null when no session says its minutes.</param>
/// <param name="Weeks">The weeks of that average: since the first session that is recorded at all, and no more than the rules say.</param>
/// <param name="NotTold">Sessions whose minutes were not told: they are in no average.</param>
public sealed record RecentMovement(double? Minutes, int Weeks, int NotTold);
