namespace Inomya.Medicines;

/// <param name="PerUnit">
/// How much one tablet, capsule or sachet holds; null when that differs from pack to pack.
/// </param>
/// <param name="Main">A dose written as a weight means this ingredient.</param>
public sealed record Ingredient(Substance Substance, Amount? PerUnit, bool Main);
