namespace Inomya.Vocabulary;

/// <summary>Why a value, a cell or a row cannot be recorded: the last part of the locale key refused.WHY.</summary>
/// <remarks>There are no others than those named here: each has its sentence in every language.</remarks>
public readonly record struct RefusalReason
{
    private RefusalReason(string key) => Key = key;

    public string Key { get; }

    public static RefusalReason CutOff { get; } = new("cut-off");
    public static RefusalReason DayNotExact { get; } = new("day-not-exact");
    public static RefusalReason DayToCome { get; } = new("day-to-come");
    public static RefusalReason Before1900 { get; } = new("before-1900");
    public static RefusalReason EndsBeforeItStarts { get; } = new("ends-before-it-starts");
    public static RefusalReason NoName { get; } = new("no-name");
    public static RefusalReason NoSuchMeasure { get; } = new("no-such-measure");
    public static RefusalReason NoTest { get; } = new("no-test");
    public static RefusalReason NoValue { get; } = new("no-value");
    public static RefusalReason NotACount { get; } = new("not-a-count");
    public static RefusalReason NotADate { get; } = new("not-a-date");
    public static RefusalReason NotALoincCode { get; } = new("not-a-loinc-code");
    public static RefusalReason NotANumber { get; } = new("not-a-number");
    public static RefusalReason NotARange { get; } = new("not-a-range");
    public static RefusalReason NotATime { get; } = new("not-a-time");
    public static RefusalReason NotPlausible { get; } = new("not-plausible");
    public static RefusalReason NotYesOrNo { get; } = new("not-yes-or-no");
    public static RefusalReason NumberTwoWays { get; } = new("number-two-ways");
    public static RefusalReason OffTheScale { get; } = new("off-the-scale");
    public static RefusalReason UnknownType { get; } = new("unknown-type");
    public static RefusalReason UnknownUnit { get; } = new("unknown-unit");
    public static RefusalReason UnknownWord { get; } = new("unknown-word");
    public static RefusalReason Withdrawn { get; } = new("withdrawn");
    public static RefusalReason WrongNumberOfCells { get; } = new("wrong-number-of-cells");

    public override string ToString() => Key;
}
