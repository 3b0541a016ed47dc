using System.Buffers;

namespace Inomya.Importing;

/// <summary>Goes from start tag to start tag of a file of XML, at the speed of the disk and in the same memory for any size.</summary>
/// <remarks>
/// Not a parser of XML: a document type, text between tags and end tags are passed over, entities are never opened, and characters that XML
/// forbids are let be. Exports of phones break each of these rules.
/// </remarks>
/// <param name="root">The element whose end tag ends the file.</param>
internal sealed class XmlElements(Stream file, byte[] root)
{
    /// <summary>Longer than any tag of an export.</summary>
    private const int MostInTag = 4 * 1024 * 1024;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);

    private byte[] _buffer = new byte[1 << 20];
    private int _length;
    private int _next;
    private int _tag;
    private int _tagEnd;
    private int _lineFrom;
    private bool _fileEnded;

    /// <summary>How many start tags were met.</summary>
    public long Count { get; private set; }

    /// <summary>Was the end tag of the root met? Without it the file is cut off.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The name of the element.</summary>
    public ReadOnlySpan<byte> Name
    {
        get
        {
            var tag = Tag;
            var end = tag.IndexOfAny(NameEnds);
            return end < 0 ? tag : tag[..end];
        }
    }

    /// <summary>The attributes, to be read in their order.</summary>
    public XmlAttributes Attributes => new(Tag[Name.Length..]);

    /// <summary>The line of the file, from 1, on which the tag begins.</summary>
    public long Line { get; private set; } = 1;

    private ReadOnlySpan<byte> Tag => _buffer.AsSpan(_tag, _tagEnd - _tag);

    /// <summary>Goes to the next start tag; false at the end of the file or where it is cut off in a tag.</summary>
    /// <exception cref="ImportException">A tag is longer than any an export has.</exception>
    public bool Next(CancellationToken stop = default)
    {
        stop.ThrowIfCancellationRequested();
        while (FindTag())
        {
            _next = _tagEnd + 1;
            CountLines(_tag);
            HasEnded |= _buffer[_tag] == '/' && Tag[1..].StartsWith(root);
            if (_buffer[_tag] is (byte)'/' or (byte)'!' or (byte)'?')
                continue;
            Count++;
            return true;
        }
        return false;
    }

    /// <summary>From the next "&lt;" to its "&gt;", reading on where the buffer ends between.</summary>
    private bool FindTag()
    {
        while (true)
        {
            var open = _buffer.AsSpan(_next, _length - _next).IndexOf((byte)'<');
            if (open >= 0)
            {
                _tag = _next + open + 1;
                if (TryEnd(_tag, out _tagEnd))
                    return true;
                if (!More(keepFrom: _tag - 1))
                    return false;
            }
            else if (!More(keepFrom: _length))
                return false;
        }
    }

    /// <summary>The "&gt;" that ends the tag: not one in a value.</summary>
    private bool TryEnd(int from, out int end)
    {
        end = from;
        var left = _buffer.AsSpan(from, _length - from);
        // nearly all tags: the first one, with whole pairs of one kind of quotes before it
        var first = left.IndexOf((byte)'>');
        if (first >= 0 && left[..first].Count((byte)'"') % 2 == 0 && !left[..first].Contains((byte)'\''))
        {
            end = from + first;
            return true;
        }
        while (true)
        {
            var step = _buffer.AsSpan(end, _length - end).IndexOfAny((byte)'>', (byte)'"', (byte)'\'');
            if (step < 0)
                return false;
            end += step;
            if (_buffer[end] == '>')
                return true;
            var isMarkup = _buffer[from] is (byte)'!' or (byte)'?' or (byte)'/';
            var close = isMarkup ? 0 : _buffer.AsSpan(end + 1, _length - end - 1).IndexOf(_buffer[end]);
            if (close < 0)
                return false;
            end += isMarkup ? 1 : close + 2;
        }
    }

    private void CountLines(int until)
    {
        if (until > _lineFrom)
            Line += _buffer.AsSpan(_lineFrom, until - _lineFrom).Count((byte)'\n');
        _lineFrom = Math.Max(_lineFrom, until);
    }

    /// <summary>Reads more of the file behind what is kept, which moves to the start.</summary>
    private bool More(int keepFrom)
    {
        if (_fileEnded)
            return false;
        var kept = _length - keepFrom;
        if (kept > MostInTag)
            throw new ImportException(ImportProblem.RowTooLong, $"{Line}");
        CountLines(keepFrom);
        if (kept == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        Buffer.BlockCopy(_buffer, keepFrom, _buffer, 0, kept);
        var read = file.ReadAtLeast(_buffer.AsSpan(kept), 1, throwOnEndOfStream: false);
        (_length, _next, _tag, _lineFrom) = (kept + read, 0, 0, 0);
        _fileEnded = read == 0;
        return read > 0;
    }
}

/// <summary>The attributes of a tag, read one after the other.</summary>
internal ref struct XmlAttributes(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> _left = text;

    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>As it is written, with its entities.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    public bool Next()
    {
        var equals = _left.IndexOf((byte)'=');
        if (equals < 0)
            return false;
        Name = Bare(_left[..equals]);
        var rest = _left[(equals + 1)..];
        if (rest.Length > 0 && rest[0] <= ' ')
            rest = rest.TrimStart(" \t\r\n"u8);
        if (rest.Length == 0 || rest[0] is not ((byte)'"' or (byte)'\''))
            return false;
        var close = rest[1..].IndexOf(rest[0]);
        if (close < 0)
            return false;
        Value = rest.Slice(1, close);
        _left = rest[(close + 2)..];
        return true;
    }

    /// <summary>Without what is around it: nearly always one space before.</summary>
    private static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> name)
    {
        var bare = name.Length > 0 && name[0] == ' ' ? name[1..] : name;
        return bare.Length > 0 && (bare[0] <= ' ' || bare[^1] <= ' ') ? bare.Trim(" \t\r\n"u8) : bare;
    }
}
