namespace Inomya.Questionnaires;

/// <summary>The band of a score as it was told when the response was scored.</summary>
/// <param name="Set">Which bands: the part BANDS of the locale key instrument.ID.band.BANDS.KEY.</param>
/// <param name="Key">The band.</param>
/// <param name="Version">Which publication's bands these are.</param>
public sealed record ToldBand(string Set, string Key, string Version);
