using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Journals;

/// <summary>A column as text that says the same whichever storage the row is of: ISO 8601, a point for decimals.</summary>
internal sealed class ArchiveColumn(IProperty property)
{
    private readonly PropertyInfo _place = property.PropertyInfo!;
    private readonly Type _type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    public string Name { get; } = property.GetColumnName();

    /// <summary>Null where nothing is recorded.</summary>
    public string? TextOf(object row) =>
        _place.GetValue(row) switch
        {
            null => null,
            string text => text,
            bool yes => yes ? "true" : "false",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            byte[] bytes => Convert.ToBase64String(bytes),
            Enum value => value.ToString(),
            Instant or LocalDate or LocalTime => TimeOf(_place.GetValue(row)!),
            IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
            var made => (string)property.GetTypeMapping().Converter!.ConvertToProvider(made)!,
        };

    private static string TimeOf(object time) =>
        time switch
        {
            Instant at => InstantPattern.ExtendedIso.Format(at),
            LocalDate day => LocalDatePattern.Iso.Format(day),
            _ => LocalTimePattern.ExtendedIso.Format((LocalTime)time),
        };

    public void Write(Utf8JsonWriter json, object row)
    {
        var text = TextOf(row);
        if (text is null)
            json.WriteNull(Name);
        else if (IsPlain(_place.GetValue(row)!))
        {
            json.WritePropertyName(Name);
            json.WriteRawValue(text);
        }
        else
            json.WriteString(Name, text);
    }

    /// <exception cref="FormatException">It is no such value.</exception>
    public void Read(JsonElement json, object row)
    {
        if (!json.TryGetProperty(Name, out var cell) || cell.ValueKind == JsonValueKind.Null)
        {
            if (!property.IsNullable)
                throw new FormatException(Name);
            return;
        }
        Set(row, Parse(cell.ValueKind == JsonValueKind.String ? cell.GetString()! : cell.GetRawText()));
    }

    public void Set(object row, object value) => _place.SetValue(row, value);

    /// <summary>A number or yes and no, which JSON has words of its own for.</summary>
    private static bool IsPlain(object value) =>
        value is bool or int or long or decimal || value is double d && double.IsFinite(d);

    private object Parse(string text) =>
        _type == typeof(string) ? text
        : _type == typeof(bool) ? bool.Parse(text)
        : _type == typeof(byte[]) ? Convert.FromBase64String(text)
        : _type == typeof(Guid) ? Guid.Parse(text)
        : _type.IsEnum ? EnumOf(text)
        : ParseTime(text) is { } time ? time
        : typeof(IConvertible).IsAssignableFrom(_type) ? Convert.ChangeType(text, _type, CultureInfo.InvariantCulture)
        : property.GetTypeMapping().Converter!.ConvertFromProvider(text)!;

    /// <summary>Null for a column of something else.</summary>
    private object? ParseTime(string text) =>
        _type == typeof(Instant) ? InstantPattern.ExtendedIso.Parse(text).Value
        : _type == typeof(LocalDate) ? LocalDatePattern.Iso.Parse(text).Value
        : _type == typeof(LocalTime) ? LocalTimePattern.ExtendedIso.Parse(text).Value
        : null;

    /// <summary>By its name only: a number would be taken for any of them.</summary>
    private object EnumOf(string text) =>
        Enum.IsDefined(_type, text) ? Enum.Parse(_type, text) : throw new FormatException($"{Name}: {text}");
}
