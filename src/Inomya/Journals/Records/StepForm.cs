namespace Inomya.Journals;

/// <summary>In which form a step of a programme was gone through.</summary>
public enum StepForm
{
    /// <summary>As it is written.</summary>
    Usual,

    /// <summary>The two-minute form of a bad day.</summary>
    TwoMinutes,

    /// <summary>Heard with eyes shut.</summary>
    Listened,

    /// <summary>Left out: the person went on to what comes after it.</summary>
    PassedOver,
}
