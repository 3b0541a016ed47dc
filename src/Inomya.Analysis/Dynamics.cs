namespace Inomya.Analysis;

/// <summary>How an effect lives on.</summary>
internal enum Dynamics
{
    /// <summary>Only on the day itself; what is left over from day to day is error.</summary>
    Fades,

    /// <summary>It carries over into the following days as the outcome itself does.</summary>
    Carries,
}
