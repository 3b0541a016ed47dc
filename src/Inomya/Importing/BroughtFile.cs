using System.Text;
using System.Text.RegularExpressions;

namespace Inomya.Importing;

/// <summary>A file that a person brought, or one file of an archive they brought.</summary>
/// <param name="Name">As it is called, with the folders of the archive before it, parted by "/".</param>
/// <param name="Length">Bytes, unpacked.</param>
/// <param name="Open">Opens it at its start, each time anew; the caller closes it. Not always a stream that can go back.</param>
/// <param name="Head">The first bytes, at most <see cref="HeadBytes"/>.</param>
public sealed partial record BroughtFile(string Name, long Length, Func<Stream> Open, byte[] Head)
{
    public const int HeadBytes = 64 * 1024;

    /// <summary>The folders of the archive, with the last "/"; empty outside one.</summary>
    public string Folder => Name[..(Name.LastIndexOf('/') + 1)];

    /// <summary>The name that its maker gave it: without folders, without "(1)" of a second download, without the maker put before it.</summary>
    public string ShortName => AddedByHand().Replace(Name[Folder.Length..], "");

    /// <summary>The head read as text; what is no text gives nonsense, not an error.</summary>
    public string HeadText => Encoding.UTF8.GetString(Head).TrimStart('\uFEFF');

    /// <summary>Does it begin as JSON does?</summary>
    public bool IsJson => HeadText.AsSpan().TrimStart() is ['{' or '[', ..];

    /// <summary>A file of the disk or of an upload, which can be read again from the start.</summary>
    public static BroughtFile Of(string name, Stream file)
    {
        file.Position = 0;
        var head = new byte[HeadBytes];
        var read = file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        return new BroughtFile(name, file.Length, () => FromStart(file), head[..read]);
    }

    [GeneratedRegex(@"^(fitbit|withings|garmin|oura|polar|samsung|whoop)-| \(\d+\)(?=\.\w+$)", RegexOptions.IgnoreCase)]
    private static partial Regex AddedByHand();

    private static Stream FromStart(Stream file)
    {
        file.Position = 0;
        return new KeptOpen(file);
    }
}
