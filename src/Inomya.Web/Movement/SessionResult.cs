using Inomya.Journals;

namespace Inomya.Web.Movement;

/// <summary>What came of a form of movement.</summary>
/// <param name="Change">Null when there is nothing to change, or when something is wrong with the form.</param>
/// <param name="Wrong">Fields that cannot be recorded; each is the last part of a locale key movement.error.FIELD.</param>
public sealed record SessionResult(Change? Change, IReadOnlyList<string> Wrong);
