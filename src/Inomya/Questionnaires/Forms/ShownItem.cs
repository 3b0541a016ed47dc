namespace Inomya.Questionnaires;

/// <summary>An item at a place that is shown now.</summary>
/// <param name="Above">The groups and questions it stands under, outermost first: their text leads to its own.</param>
public sealed record ShownItem(Place Place, FormItem Item, IReadOnlyList<FormItem> Above);
