namespace Inomya.Journals;

/// <summary>What was done to a sleep window: the last part of the locale key sleep.step.STEP.</summary>
public enum SleepWindowStep
{
    Started,
    Longer,
    Shorter,

    /// <summary>The person wants none any more.</summary>
    Ended,
}
