namespace Inomya.Importing;

/// <summary>A file that cannot be taken in at all.</summary>
/// <param name="detail">What stands for {detail} in that text: a column, a list of people.</param>
public sealed class ImportException(ImportProblem why, string detail = "") : Exception($"{why}: {detail}")
{
    public ImportProblem Why { get; } = why;
    public string Detail { get; } = detail;
}
