namespace Inomya.Importing;

/// <summary>A file that cannot be taken in at all.</summary>
/// <param name="why">Last part of the locale key import.WHY.</param>
/// <param name="detail">What stands for {detail} in that text: a column, a list of people.</param>
public sealed class ImportException(string why, string detail = "") : Exception($"{why}: {detail}")
{
    public string Why { get; } = why;
    public string Detail { get; } = detail;
}
