namespace Inomya.Questionnaires;

/// <summary>How an instrument is used.</summary>
public enum InstrumentUse
{
    /// <summary>The person answers it.</summary>
    Asked,

    /// <summary>An examiner fills it in, or the person after a safe self-test.</summary>
    Examined,

    /// <summary>It compares a value with an earlier one.</summary>
    Compared,

    /// <summary>It is worked out from what is recorded.</summary>
    Computed,
}
