using Inomya.Vocabulary;

namespace Inomya.Importing;

/// <summary>A row or cell that cannot be taken in.</summary>
/// <param name="Line">Line of the file, counted from 1, where the row starts.</param>
/// <param name="Value">What stood there, at most 60 characters of it.</param>
/// <param name="Column">The column, where it is about one.</param>
public sealed record RefusedRow(long Line, RefusalReason Why, string Value, string? Column = null)
{
    private const int Shown = 60;

    public string Value { get; } = Value.Length <= Shown ? Value : string.Concat(Value.AsSpan(0, Shown), "…");
}
