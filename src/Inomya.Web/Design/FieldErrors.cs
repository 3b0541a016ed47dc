namespace Inomya.Web.Design;

/// <summary>What is wrong with a form, by field.</summary>
public static class FieldErrors
{
    /// <summary>The first thing wrong with a field; null when nothing is.</summary>
    public static string? ErrorOf(this IReadOnlyList<(string Name, string Message)> errors, string field) =>
        errors.FirstOrDefault(e => e.Name == field).Message;
}
