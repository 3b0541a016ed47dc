using NodaTime;

namespace Inomya.Importing.Apps;

/// <summary>When something was, as far as a diary says.</summary>
/// <param name="Day">The person's day.</param>
/// <param name="At">The moment; null for a day without an hour.</param>
/// <param name="Zone">The zone the person lived in then; null for a day without an hour.</param>
/// <param name="Written">What the diary gives: it tells a fact from others of the same name, in this file and in later ones.</param>
/// <param name="Line">Where it stands, for what is refused.</param>
internal readonly record struct DiaryTime(LocalDate Day, Instant? At, string? Zone, string Written, long Line);
