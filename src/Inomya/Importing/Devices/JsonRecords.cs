using System.Text.Json;

namespace Inomya.Importing.Devices;

/// <summary>
/// The records of a JSON file one at a time, with the line where each begins: the elements of its one list, or of the
/// lists of these names. The file is never held whole.
/// </summary>
internal sealed class JsonRecords(Stream file, IReadOnlySet<string>? lists) : IDisposable
{
    /// <summary>Bytes of one record; a day of heart rates by the second has a tenth of it.</summary>
    private const int MostInRecord = 64 * 1024 * 1024;

    private byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;
    private bool _isWhole;
    private bool _begun;
    private JsonReaderState _state;
    private long _lines;
    private bool _inList;
    private string _name = "";
    private JsonDocument? _record;

    /// <summary>The next record, which holds until the one after it is asked for.</summary>
    /// <exception cref="ImportException">It is no JSON from here on, or a record is far too long.</exception>
    public bool TryNext(out long line, out JsonElement record)
    {
        _record?.Dispose();
        _record = null;
        try
        {
            while (true)
            {
                var step = _inList ? ReadRecord(out line) : FindList(out line);
                if (step == Step.Record)
                {
                    record = _record!.RootElement;
                    return true;
                }
                if (step == Step.End)
                {
                    record = default;
                    return false;
                }
                if (step == Step.More)
                    Fill();
            }
        }
        catch (JsonException broken)
        {
            throw JsonFile.Broken(broken);
        }
    }

    /// <summary>What came of looking at the bytes that are there.</summary>
    private enum Step
    {
        Record,
        Go,
        More,
        End,
    }

    private Step ReadRecord(out long line)
    {
        line = 0;
        var reader = Reader();
        if (!reader.Read())
            return Step.More;
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _inList = false;
            return Take(ref reader);
        }
        line = _lines + LinesIn((int)reader.TokenStartIndex) + 1;
        if (!JsonDocument.TryParseValue(ref reader, out _record))
            return Step.More;
        Take(ref reader);
        return Step.Record;
    }

    private Step FindList(out long line)
    {
        line = 0;
        var reader = Reader();
        if (!_begun || !reader.Read())
            return _begun && _isWhole ? Step.End : Step.More;
        if (reader.TokenType == JsonTokenType.PropertyName)
            _name = reader.GetString()!;
        else
        {
            _inList = reader.TokenType == JsonTokenType.StartArray && IsList(reader.CurrentDepth);
            _name = "";
        }
        return Take(ref reader);
    }

    private bool IsList(int depth) => lists is null ? depth == 0 : lists.Contains(_name);

    private Utf8JsonReader Reader() => new(_buffer.AsSpan(_start, _end - _start), _isWhole, _state);

    private Step Take(ref Utf8JsonReader reader)
    {
        var taken = (int)reader.BytesConsumed;
        _lines += LinesIn(taken);
        _state = reader.CurrentState;
        _start += taken;
        return Step.Go;
    }

    private int LinesIn(int bytes) => _buffer.AsSpan(_start, bytes).Count((byte)'\n');

    private void Fill()
    {
        if (_end - _start > MostInRecord)
            throw new ImportException(ImportProblem.RowTooLong, $"{_lines + 1}");
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end > _buffer.Length / 2)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = file.Read(_buffer, _end, _buffer.Length - _end);
        _isWhole = read == 0;
        _end += read;
        SkipMark();
    }

    private void SkipMark()
    {
        if (!_begun && _buffer.AsSpan(0, _end).StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            _start = 3;
        _begun = true;
    }

    public void Dispose() => _record?.Dispose();
}
