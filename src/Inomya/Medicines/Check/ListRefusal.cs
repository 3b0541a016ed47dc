namespace Inomya.Medicines;

/// <summary>Why a part of a list could not be used; in kebab case the last part of a locale key.</summary>
public enum ListRefusal
{
    /// <summary>It is no object with a name.</summary>
    NotAnEntry,
    NoName,
    NotAText,
    NotYesOrNo,
    DoseWithoutUnit,
    DoseUnknownUnit,
    DoseNotPositive,
    DoseNotRead,

    /// <summary>More than anyone takes at once.</summary>
    DoseAbsurd,

    TimesNotRead,

    EveryNotRead,

    WeekNotRead,

    /// <summary>How often is said in two ways.</summary>
    TwoRates,

    DayNotRead,

    /// <summary>It begins after the day that is counted to.</summary>
    DayAhead,

    /// <summary>The last day is before the first.</summary>
    DaysCrossed,
}
