using System.Globalization;

namespace Inomya.Questionnaires;

/// <summary>One answer to one item, as FHIR knows it.</summary>
public abstract record AnswerValue
{
    /// <summary>As it is written into a form field and read back from one.</summary>
    public abstract string Text { get; }

    public sealed override string ToString() => Text;
}

public sealed record YesNoAnswer(bool Value) : AnswerValue
{
    public override string Text => Value ? "true" : "false";
}

/// <summary>A decimal or, where <see cref="IsWhole"/>, an integer.</summary>
public sealed record NumberAnswer(decimal Value, bool IsWhole) : AnswerValue
{
    public override string Text => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Text of a kind: string, date, dateTime, time or uri, as FHIR writes it.</summary>
public sealed record TextAnswer(string Value, string Type = "string") : AnswerValue
{
    public override string Text => Value;
}

/// <summary>A chosen option.</summary>
/// <param name="Weight">What it counts in a score; null when it has no weight.</param>
public sealed record ChoiceAnswer(string? System, string? Code, string? Display, decimal? Weight = null) : AnswerValue
{
    public override string Text => Code ?? Display ?? "";

    /// <summary>Same option: system and code agree, or, without a code, the display.</summary>
    public bool Is(ChoiceAnswer other) =>
        Code is null
            ? other.Code is null && Display == other.Display
            : Code == other.Code && (System is null || other.System is null || System == other.System);
}

public sealed record QuantityAnswer(decimal Value, string? Unit, string? System, string? Code) : AnswerValue
{
    public override string Text => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// Something we keep as it came and do not ask for, such as an attachment; the JSON of value[x] with its name.
/// </summary>
public sealed record OtherAnswer(string Type, string Json) : AnswerValue
{
    public override string Text => Json;
}
