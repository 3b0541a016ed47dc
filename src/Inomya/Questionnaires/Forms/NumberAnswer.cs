using System.Globalization;

namespace Inomya.Questionnaires;

/// <summary>A decimal or, where <see cref="IsWhole"/>, an integer.</summary>
public sealed record NumberAnswer(decimal Value, bool IsWhole) : AnswerValue
{
    public override string Text => Value.ToString(CultureInfo.InvariantCulture);
}
