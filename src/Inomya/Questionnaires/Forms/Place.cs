namespace Inomya.Questionnaires;

/// <summary>
/// Where an answer stands: the item, and, inside groups that repeat, which repetition of each, from the outermost: "1"
/// or "0.2".
/// </summary>
public readonly record struct Place(string LinkId, string Repeat = "")
{
    public override string ToString() => Repeat.Length == 0 ? LinkId : $"{LinkId}@{Repeat}";
}
