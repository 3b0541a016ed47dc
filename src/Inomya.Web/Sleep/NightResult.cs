using Inomya.Journals;

namespace Inomya.Web.Sleep;

/// <summary>What came of the form of a night.</summary>
/// <param name="Change">Null when there is nothing to change, or when something stands against it.</param>
/// <param name="Wrong">
/// Fields that cannot be recorded, each the last part of a locale key sleep.error.FIELD; "order" where the times do not
/// fit each other.
/// </param>
/// <param name="IsChanged">Another answer was given meanwhile: the person looks once more.</param>
public sealed record NightResult(Change? Change, IReadOnlyList<string> Wrong, bool IsChanged = false);
