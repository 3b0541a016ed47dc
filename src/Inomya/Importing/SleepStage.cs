namespace Inomya.Importing;

/// <summary>What a device says of a stretch of the night. The numbers are stored: they never change.</summary>
public enum SleepStage
{
    InBed = 0,

    /// <summary>Asleep, without saying how deep.</summary>
    Asleep = 1,
    Awake = 2,

    /// <summary>Light sleep: N1 and N2.</summary>
    Light = 3,
    Deep = 4,
    Rem = 5,
}
