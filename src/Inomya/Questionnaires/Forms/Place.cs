namespace Inomya.Questionnaires;

/// <summary>
/// Where an answer stands: the item, and, inside groups that repeat, which repetition of each, from the outermost: "1"
/// or "0.2".
/// </summary>
public readonly record struct Place(string LinkId, string Repeat = "")
{
    /// <summary>The repetition around the innermost one: "0" of "0.2", nothing of "1".</summary>
    public string Outer => Repeat.LastIndexOf('.') is > 0 and var dot ? Repeat[..dot] : "";

    public override string ToString() => Repeat.Length == 0 ? LinkId : $"{LinkId}@{Repeat}";
}
