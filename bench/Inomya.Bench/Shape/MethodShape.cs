namespace Inomya.Bench.Shape;

/// <summary>How much a reader of one method has to take in at once.</summary>
/// <param name="Where">File and name, for messages.</param>
/// <param name="Tokens">Of its body; a local function counts by itself, a lambda with what holds it.</param>
/// <param name="Cyclomatic">One, and one more for each way the body can turn (McCabe 1976).</param>
public sealed record MethodShape(string Where, int Tokens, int Cyclomatic);
