namespace Inomya.Questionnaires;

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
