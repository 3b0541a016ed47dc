using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Hosting;

/// <summary>Stylesheet, scripts, fonts and pictures: inside the program, under addresses that carry the hash of what they hold.</summary>
/// <remarks>
/// An address never changes its content, so a browser keeps it for good. An old tab that asks by an old hash gets today's file, not an error.
/// Why not static web assets: docs/decisions/2611-design.md.
/// </remarks>
public sealed partial class Assets
{
    public const string Root = "/assets";

    /// <summary>All of Design/Styles as one file, in order of name; without what one room alone needs.</summary>
    public const string Stylesheet = "inomya.css";

    /// <summary>
    /// Begins the name of a sheet that goes with the pages of some rooms: room-movement.css with /movement,
    /// room-card_phrases.css with /card and /phrases.
    /// </summary>
    private const string OfRoom = "room-";

    private readonly FrozenDictionary<string, Asset> _byName;
    private readonly FrozenDictionary<string, Asset> _sheets;

    public Assets()
    {
        var files = ReadAll();
        var fonts = files.Where(f => !IsText(f.Key)).ToDictionary(f => f.Key, f => new Asset(f.Key, f.Value));
        _byName = files
            .Where(f => IsText(f.Key) && !IsSheet(f.Key))
            .Select(f => new Asset(f.Key, IsScript(f.Key) ? WithoutComments(f.Value) : f.Value))
            .Append(Sheet(Stylesheet, files.Where(f => IsSheet(f.Key) && !IsOfRoom(f.Key)), fonts))
            .Concat(files.Where(f => IsOfRoom(f.Key)).Select(f => Sheet(f.Key, [f], fonts)))
            .Concat(fonts.Values)
            .ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);
        _sheets = _byName
            .Values.Where(a => IsOfRoom(a.Name))
            .SelectMany(a => RoomsOf(a.Name).Select(room => (room, a)))
            .ToFrozenDictionary(s => s.room, s => s.a, StringComparer.Ordinal);
    }

    private static string[] RoomsOf(string sheet) =>
        Path.GetFileNameWithoutExtension(sheet)[OfRoom.Length..].Split('_');

    private static Asset Sheet(
        string name,
        IEnumerable<KeyValuePair<string, byte[]>> files,
        Dictionary<string, Asset> fonts
    )
    {
        var sheets = files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => Encoding.UTF8.GetString(f.Value));
        var css = Reference().Replace(Stylesheets.Bundle(sheets), match => Beside(fonts[match.Groups[1].Value]));
        return new Asset(name, Encoding.UTF8.GetBytes(css));
    }

    /// <summary>As a sheet names it, beside which it is: so it is found below any path.</summary>
    private static string Beside(Asset asset) => asset.Url[(Root.Length + 1)..];

    /// <summary>The address of what a room needs beside the stylesheet of all pages; null where it needs nothing more.</summary>
    /// <param name="room">The first part of its pages' address.</param>
    public string? SheetOf(string room) => _sheets.GetValueOrDefault(room)?.Url;

    /// <summary>The address of an asset, such as "/assets/inomya.1f3a5c7e9b.css".</summary>
    /// <exception cref="KeyNotFoundException">There is no such file in Design.</exception>
    public string Url(string name) => _byName[name].Url;

    /// <summary>Every asset's address: what a service worker keeps for when there is no network.</summary>
    public IEnumerable<string> Urls => _byName.Values.Select(a => a.Url).Order(StringComparer.Ordinal);

    /// <summary>A script as it is sent: lines that are empty or comments alone, and indents, stay here. The rest is as it was written; no text of ours runs over lines.</summary>
    internal static string WithoutComments(string script) =>
        BlankLines().Replace(Indents().Replace(CommentLines().Replace(script, ""), ""), "\n");

    private static byte[] WithoutComments(byte[] script) =>
        Encoding.UTF8.GetBytes(WithoutComments(Encoding.UTF8.GetString(script)));

    internal Asset? Find(string file) =>
        _byName.GetValueOrDefault(Hash().Replace(file, "", 1)) is { } asset ? asset : null;

    private static Dictionary<string, byte[]> ReadAll()
    {
        var assembly = typeof(Assets).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith("assets/", StringComparison.Ordinal))
            .ToDictionary(
                n => n["assets/".Length..],
                n =>
                {
                    using var copy = new MemoryStream();
                    using var resource = assembly.GetManifestResourceStream(n)!;
                    resource.CopyTo(copy);
                    return copy.ToArray();
                },
                StringComparer.Ordinal
            );
    }

    private static bool IsSheet(string name) => name.EndsWith(".css", StringComparison.Ordinal);

    private static bool IsOfRoom(string name) => IsSheet(name) && name.StartsWith(OfRoom, StringComparison.Ordinal);

    private static bool IsScript(string name) => name.EndsWith(".js", StringComparison.Ordinal);

    private static bool IsText(string name) =>
        !name.EndsWith(".woff2", StringComparison.Ordinal) && !name.EndsWith(".png", StringComparison.Ordinal);

    [GeneratedRegex(@"^[ \t]+", RegexOptions.Multiline)]
    private static partial Regex Indents();

    [GeneratedRegex(@"\n{2,}")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"^[ \t]*(//[^\n]*|/\*\*[\s\S]*?\*/)[ \t]*\n", RegexOptions.Multiline)]
    private static partial Regex CommentLines();

    [GeneratedRegex(@"asset:([\w.-]+)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\.[0-9a-f]{10}(?=\.\w+$)")]
    private static partial Regex Hash();
}
