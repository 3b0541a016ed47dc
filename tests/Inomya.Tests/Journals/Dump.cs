using System.Collections;
using System.Globalization;
using System.Reflection;
using Inomya.Journals;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Tests.Journals;

/// <summary>All that hangs on an answer, however deep: every text, number, day and id with where it stands.</summary>
internal static class Dump
{
    private const int Deepest = 12;

    public static List<(string Where, string Text)> Of(object? answer, string name)
    {
        var said = new List<(string, string)>();
        Write(answer, name, said, 0, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return said;
    }

    private static void Write(object? value, string where, List<(string, string)> said, int depth, HashSet<object> seen)
    {
        switch (value)
        {
            case null or bool or Journal or JournalStore or Delegate or Type or Inomya.Content.ContentFolder:
                return;
            case string or Guid or Enum:
                said.Add((where, value.ToString()!));
                return;
            case LocalDate day:
                said.Add((where, LocalDatePattern.Iso.Format(day)));
                return;
            case IFormattable plain when value.GetType().IsPrimitive || value is decimal || IsTime(value):
                said.Add((where, plain.ToString(null, CultureInfo.InvariantCulture)));
                return;
        }
        if (depth > Deepest || (!value.GetType().IsValueType && !seen.Add(value)))
            return;
        if (value is IEnumerable many)
            foreach (var one in many)
                Write(one, where, said, depth + 1, seen);
        else
            foreach (var (name, part) in Parts(value))
                Write(part, $"{where}.{name}", said, depth + 1, seen);
    }

    private static bool IsTime(object value) => value.GetType().Namespace == typeof(Instant).Namespace;

    private static IEnumerable<(string Name, object? Value)> Parts(object value)
    {
        var type = value.GetType();
        if (type.Namespace?.StartsWith(nameof(Inomya), StringComparison.Ordinal) != true && !IsPair(type))
            yield break;
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public))
            yield return (field.Name, field.GetValue(value));
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
            if (property.GetIndexParameters().Length == 0)
                yield return (property.Name, property.GetValue(value));
    }

    private static bool IsPair(Type type) =>
        type.FullName?.StartsWith("System.ValueTuple", StringComparison.Ordinal) == true
        || type.FullName?.StartsWith("System.Collections.Generic.KeyValuePair", StringComparison.Ordinal) == true;
}
