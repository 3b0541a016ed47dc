namespace Inomya.Medicines;

/// <summary>A condition or an age of the person, which rules know as they know a substance.</summary>
/// <param name="Text">Where it was read, as the person wrote it.</param>
internal sealed record ListedCondition(string Text, Substance Substance, IReadOnlySet<string> For)
    : Listed(Substance, For)
{
    public override string Name => Text;

    public override bool Now => true;

    public override bool ActsNow => true;

    public override bool IsOfEntryOf(Listed other) => ReferenceEquals(this, other);

    protected override bool IsThereFor(RuleSide side) => !side.OnSkin;
}
