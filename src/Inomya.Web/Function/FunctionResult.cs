using Inomya.Journals;

namespace Inomya.Web.Function;

/// <summary>What came of the form of a day.</summary>
/// <param name="Change">Null when there is nothing to change, or when something stands against it.</param>
/// <param name="Wrong">Fields that cannot be recorded; "day" for a day that has not come.</param>
/// <param name="IsChanged">Another answer was given meanwhile: the person looks once more.</param>
public sealed record FunctionResult(Change? Change, IReadOnlyList<string> Wrong, bool IsChanged = false);
