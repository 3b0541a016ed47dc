using System.Text.RegularExpressions;

namespace Inomya.Questionnaires;

/// <summary>Patterns that a form asks a whole text to match.</summary>
public static class FormPattern
{
    /// <summary>
    /// In time that grows with the text alone; null for a pattern that is none, or that looks back or around, which can
    /// take for ever.
    /// </summary>
    public static Regex? Of(string pattern)
    {
        try
        {
            return new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
