using System.Collections;

namespace Inomya.Questionnaires;

/// <summary>What one rule makes of one set of answers, by name and in order.</summary>
/// <remarks>
/// A value is a double, a bool or a key such as "mild". Null says that it cannot be told from what was answered; it is
/// never 0.
/// </remarks>
public sealed class Scores : IEnumerable<KeyValuePair<string, object?>>
{
    /// <summary>Name under which each rule says in one word what came out.</summary>
    public const string Classification = "classification";

    private readonly List<KeyValuePair<string, object?>> _values = [];

    /// <summary>The value of a score; null when it cannot be told or there is no such score.</summary>
    public object? this[string name] => _values.Find(v => v.Key == name).Value;

    public double? Number(string name) => this[name] as double?;

    public bool? YesNo(string name) => this[name] as bool?;

    public string? Word(string name) => this[name] as string;

    public void Add(string name, double? value) => _values.Add(new(name, value));

    public void Add(string name, int value) => _values.Add(new(name, (double)value));

    public void Add(string name, bool? value) => _values.Add(new(name, value));

    public void Add(string name, string? value) => _values.Add(new(name, value));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
