using System.Text.RegularExpressions;

namespace Inomya.Laboratory;

/// <summary>The check digit of a LOINC code: the last figure, by Luhn's mod 10.</summary>
public static partial class LoincCode
{
    public static bool IsValid(string code) => Shape().IsMatch(code) && CheckDigitOf(code[..^2]) == code[^1] - '0';

    private static int CheckDigitOf(string body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var digit = (body[body.Length - 1 - i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return (10 - sum % 10) % 10;
    }

    [GeneratedRegex(@"^\d{1,7}-\d$")]
    private static partial Regex Shape();
}
