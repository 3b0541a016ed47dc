using Inomya.Journals;

namespace Inomya.Web.Pacing;

/// <summary>What came of a form of the activity diary.</summary>
/// <param name="Change">Null when there is nothing to change, or when something is wrong with the form.</param>
/// <param name="Wrong">
/// Fields that cannot be recorded; each is the last part of a locale key pacing.error.FIELD.
/// </param>
public sealed record ActivityResult(Change? Change, IReadOnlyList<string> Wrong);
