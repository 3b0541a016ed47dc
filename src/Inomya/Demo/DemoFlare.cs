namespace Inomya.Demo;

/// <summary>A flare that began.</summary>
/// <param name="Worst">How bad it will be at its worst, 0 to 10.</param>
/// <param name="Before">Which of the demo's texts says what came before it.</param>
internal sealed record DemoFlare(int Days, int Worst, int Before);
