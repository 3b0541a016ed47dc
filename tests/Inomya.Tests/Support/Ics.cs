using System.Globalization;

namespace Inomya.Tests.Support;

/// <summary>Reads iCalendar by the letter of RFC 5545, with nothing of the library that writes it: the independent client of the feed.</summary>
public static class Ics
{
    public sealed record Component(string Name, List<(string Name, string Value)> Lines, List<Component> Inner)
    {
        /// <summary>The one value of a property, with its escapes undone.</summary>
        public string this[string name] => Unescape(Lines.Single(l => l.Name == name).Value);

        /// <summary>A time in UTC, the only form that needs no zone of the reader's.</summary>
        public DateTime Utc(string name) =>
            DateTime.ParseExact(
                this[name],
                "yyyyMMdd'T'HHmmss'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal
            );
    }

    /// <exception cref="FormatException">It breaks a rule of the format.</exception>
    public static Component Read(string text)
    {
        var lines = text.Split("\r\n");
        if (lines[^1].Length > 0)
            throw new FormatException("The last line has no end.");
        if (lines.Any(l => l.Contains('\n')))
            throw new FormatException("A line ends with LF alone.");
        if (lines.FirstOrDefault(l => System.Text.Encoding.UTF8.GetByteCount(l) > 75) is { } wide)
            throw new FormatException($"A line is longer than 75 octets: {wide}");
        var unfolded = new List<string>();
        foreach (var line in lines.SkipLast(1))
            if (line is [' ' or '\t', ..])
                unfolded[^1] += line[1..];
            else
                unfolded.Add(line);

        var open = new Stack<Component>();
        foreach (var line in unfolded)
        {
            var colon = ColonOf(line);
            var (name, value) = (line[..colon].Split(';')[0].ToUpperInvariant(), line[(colon + 1)..]);
            if (name == "BEGIN")
            {
                var inner = new Component(value, [], []);
                if (open.TryPeek(out var outer))
                    outer.Inner.Add(inner);
                open.Push(inner);
            }
            else if (name == "END")
            {
                var closed = open.Pop();
                if (closed.Name != value)
                    throw new FormatException($"{closed.Name} is closed as {value}.");
                if (open.Count == 0)
                    return closed;
            }
            else
                open.Peek().Lines.Add((name, value));
        }
        throw new FormatException("The calendar is not closed.");
    }

    /// <summary>The colon that ends the name and its parameters; one within quotes does not.</summary>
    private static int ColonOf(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
            if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ':' && !quoted)
                return i;
        throw new FormatException($"No colon in '{line}'.");
    }

    private static string Unescape(string value) =>
        value
            .Replace("\\n", "\n", StringComparison.OrdinalIgnoreCase)
            .Replace("\\,", ",", StringComparison.Ordinal)
            .Replace("\\;", ";", StringComparison.Ordinal)
            .Replace("\\\\", "\\", StringComparison.Ordinal);
}
