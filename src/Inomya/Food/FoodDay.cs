namespace Inomya.Food;

/// <summary>One day of a food trial.</summary>
/// <param name="Number">Which challenge, from 1; of the pause after it too. 0 before the first.</param>
/// <param name="Day">Which day of the phase, from 1.</param>
public sealed record FoodDay(FoodPhase Phase, int Number, int Day);
