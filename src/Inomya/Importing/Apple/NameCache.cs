using System.Net;
using System.Text;

namespace Inomya.Importing;

/// <summary>The few names that stand in millions of records, each made to text once.</summary>
internal sealed class NameCache
{
    /// <summary>Beyond it they are no names any more, and are not kept.</summary>
    private const int Most = 4096;

    private readonly List<(byte[] Bytes, string Name)> _known = [];
    private int _last;

    /// <summary>The text, its entities opened and its spaces plain.</summary>
    public string NameOf(ReadOnlySpan<byte> bytes)
    {
        _last = PlaceOf(bytes);
        if (_last >= 0)
            return _known[_last].Name;
        var name = TextOf(bytes);
        if (_known.Count < Most)
            _known.Add((bytes.ToArray(), name));
        return name;
    }

    /// <summary>Looked for first where the last one was: they come in runs.</summary>
    private int PlaceOf(ReadOnlySpan<byte> bytes)
    {
        if (_last >= 0 && _last < _known.Count && bytes.SequenceEqual(_known[_last].Bytes))
            return _last;
        for (var place = 0; place < _known.Count; place++)
            if (bytes.SequenceEqual(_known[place].Bytes))
                return place;
        return -1;
    }

    private static string TextOf(ReadOnlySpan<byte> bytes) =>
        WebUtility
            .HtmlDecode(Encoding.UTF8.GetString(bytes))
            .Normalize(NormalizationForm.FormKC)
            .Replace('\u00A0', ' ')
            .Trim();
}
