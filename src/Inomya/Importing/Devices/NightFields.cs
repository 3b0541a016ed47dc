namespace Inomya.Importing.Devices;

/// <summary>What the fields of a night are called, of which a file gives the sums and not when each part was.</summary>
/// <param name="Unit">That of all of them.</param>
/// <param name="Asleep">Null where it is the sum of light, deep and REM sleep.</param>
/// <param name="InBed">Null where it is from the first moment to the last.</param>
internal sealed record NightFields(
    string Unit,
    string? Asleep,
    string? InBed,
    string? Light = null,
    string? Deep = null,
    string? Rem = null,
    string? Awake = null
);
