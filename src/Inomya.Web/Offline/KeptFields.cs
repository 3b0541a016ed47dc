using System.Text.Json;
using Inomya.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Inomya.Web.Offline;

/// <summary>The fields that every kept form has, and how a form is written down.</summary>
public static class KeptFields
{
    /// <summary>What the journal held when the form was made, so that an answer given elsewhere meanwhile is not overwritten unseen.</summary>
    public const string Seen = "seen";

    /// <summary>A name and a value.</summary>
    public static bool IsField(IReadOnlyList<string?>? field) =>
        field is [{ } name, { } value] && Malformed.IsText(name) && Malformed.IsText(value);

    /// <summary>A form from its fields: name and value of each. What is no field is left out.</summary>
    public static IFormCollection FormOf(IEnumerable<IReadOnlyList<string>> fields) =>
        new FormCollection(
            fields
                .Where(IsField)
                .GroupBy(f => f[0])
                .ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f[1])]))
        );

    /// <summary>The unsent form on top of which this one was filled in; null when there is none.</summary>
    public static IFormCollection? Before(IFormCollection form)
    {
        if (form[Seen].ToString() is not ['[', ..] text)
            return null;
        try
        {
            return FormOf(JsonSerializer.Deserialize<string[][]>(text) ?? []);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
