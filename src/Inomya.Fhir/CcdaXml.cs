using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hl7.Fhir.Model;

namespace Inomya.Fhir;

/// <summary>The small pieces that C-CDA is made of. Names go without their namespace: sections are found with and without it.</summary>
internal static partial class CcdaXml
{
    public static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    private const int DayLetters = 10;

    private static readonly string[] DateParts = ["y", "m", "d"];

    public static XElement? Child(this XElement element, string name) => element.Children(name).FirstOrDefault();

    public static IEnumerable<XElement> Children(this XElement element, string name) =>
        element.Elements().Where(e => e.Name.LocalName == name);

    public static string? Attr(this XElement element, string name) => element.Attribute(name)?.Value;

    /// <summary>PQ, ST, CD …: without its prefix.</summary>
    public static string TypeOf(XElement element) => element.Attribute(Xsi + "type")?.Value.Split(':')[^1] ?? "";

    public static Identifier? IdentifierOf(XElement id) =>
        id.Attr("root") is { } root ? new Identifier($"urn:oid:{root}", id.Attr("extension") ?? root) : null;

    /// <summary>"20140213103700-0600" is "2014-02-13T10:37:00-06:00", as exact as it is written; null for what is no time.</summary>
    public static string? TimeOf(string? written)
    {
        if (written is null || Time().Match(written) is not { Success: true } time)
            return null;
        var date = string.Join('-', DateParts.Select(part => time.Groups[part].Value).Where(v => v.Length > 0));
        if (!time.Groups["h"].Success || !time.Groups["zone"].Success)
            return date;
        var (zone, second) = (time.Groups["zone"].Value, time.Groups["s"]);
        return $"{date}T{time.Groups["h"].Value}:{time.Groups["n"].Value}:{(second.Success ? second.Value : "00")}{zone[..3]}:{zone[3..]}";
    }

    /// <summary>The day of a time; null where only its month or year is known.</summary>
    public static string? DayOf(string? written) =>
        TimeOf(written) is { Length: >= DayLetters } time ? time[..DayLetters] : null;

    /// <summary>A quantity as the laboratory sent it; where its unit is none of UCUM, number and unit stand in a translation.</summary>
    public static Quantity? QuantityOf(XElement? written) =>
        written is null ? null
        : NumberIn(written) is { } number ? Measured(number, written.Attr("unit"))
        : written.Child("translation") is { } other ? TranslatedOf(other)
        : null;

    private static Quantity Measured(decimal number, string? unit) =>
        unit is null ? new Quantity { Value = number } : new Quantity(number, unit);

    private static Quantity? TranslatedOf(XElement other) =>
        NumberIn(other) is { } number
            ? new Quantity { Value = number, Unit = other.Child("originalText")?.Value.Trim() ?? other.Attr("unit") }
            : null;

    private static decimal? NumberIn(XElement element) =>
        decimal.TryParse(element.Attr("value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    [GeneratedRegex(
        @"^(?<y>\d{4})((?<m>\d\d)((?<d>\d\d)((?<h>\d\d)(?<n>\d\d)(?<s>\d\d)?(\.\d+)?)?)?)?(?<zone>[+-]\d{4})?$"
    )]
    private static partial Regex Time();
}
