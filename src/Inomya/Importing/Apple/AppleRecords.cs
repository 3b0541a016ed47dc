using System.Buffers.Text;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing;

/// <summary>Takes the elements of an export of Apple Health one by one.</summary>
internal sealed class AppleRecords(ImportSink into)
{
    private const string TypedIn = "manual";
    private const string Unnamed = "Apple Health";

    private readonly NameCache _types = new();
    private readonly NameCache _sources = new();
    private readonly NameCache _units = new();
    private readonly NameCache _values = new();
    private readonly AppleTimes _times = new();
    private readonly AppleFacts _facts = new(into);
    private readonly Dictionary<(string Type, string Unit), AppleQuantity?> _quantities = [];
    private readonly AppleRecord _record = new();
    private readonly Dictionary<string, int> _passedOver = [];
    private (string Type, string Unit, AppleQuantity? Quantity) _last = ("", "", null);
    private bool _isPending;

    public void Read(XmlElements elements)
    {
        var name = elements.Name;
        if (name.SequenceEqual("MetadataEntry"u8))
        {
            ReadMetadata(elements.Attributes);
            return;
        }
        TakePending();
        if (name.SequenceEqual("Record"u8))
            ReadRecord(elements);
        else if (name.SequenceEqual("Workout"u8))
            ReadWorkout(elements);
        else if (name.SequenceEqual("ClinicalRecord"u8) || name.SequenceEqual("ActivitySummary"u8))
            PassOver(_types.NameOf(name));
    }

    /// <summary>Takes the last record, and tells what was passed over.</summary>
    public void End()
    {
        TakePending();
        foreach (var (what, times) in _passedOver)
            into.PassOver(what, times);
        _passedOver.Clear();
    }

    /// <summary>Takes a record once its metadata, which follow it, are over.</summary>
    private void TakePending()
    {
        if (_isPending)
            Take(_record);
        _isPending = false;
    }

    private void PassOver(string what)
    {
        into.Rows++;
        Count(what);
    }

    private void ReadMetadata(XmlAttributes attributes)
    {
        var (isTypedIn, isYes) = (false, false);
        while (attributes.Next())
            if (attributes.Name.SequenceEqual("key"u8))
                isTypedIn = attributes.Value.SequenceEqual("HKWasUserEntered"u8);
            else if (attributes.Name.SequenceEqual("value"u8))
                isYes = attributes.Value.SequenceEqual("1"u8);
        if (isTypedIn && isYes && _isPending)
            _record.Source = TypedIn;
    }

    private void ReadWorkout(XmlElements elements)
    {
        ReadRecord(elements);
        _record.Type = AppleTypes.Workout;
    }

    private void ReadRecord(XmlElements elements)
    {
        into.Rows++;
        _isPending = true;
        (_record.Line, _record.Type, _record.Source, _record.Unit) = (elements.Line, "", Unnamed, "");
        (_record.Start, _record.End, _record.Number, _record.Text) = (null, null, null, null);
        var attributes = elements.Attributes;
        while (attributes.Next())
            Set(attributes.Name, attributes.Value);
    }

    /// <summary>Most attributes say nothing here; their length tells most of them apart.</summary>
    private void Set(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        switch (name.Length)
        {
            case 4 when name.SequenceEqual("type"u8):
            case 19 when name.SequenceEqual("workoutActivityType"u8):
                _record.Type = _types.NameOf(value);
                break;
            case 4 when name.SequenceEqual("unit"u8):
                _record.Unit = _units.NameOf(value);
                break;
            case 5 when name.SequenceEqual("value"u8):
                SetValue(value);
                break;
            case 7 when name.SequenceEqual("endDate"u8):
                _record.End = _times.Read(value);
                break;
            case 9 when name.SequenceEqual("startDate"u8):
                _record.Start = _times.Read(value);
                break;
            case 10 when name.SequenceEqual("sourceName"u8):
                _record.Source = _sources.NameOf(value);
                break;
        }
    }

    private void SetValue(ReadOnlySpan<byte> value)
    {
        if (Utf8Parser.TryParse(value, out double number, out var used) && used == value.Length)
            _record.Number = number;
        else
            _record.Text = _values.NameOf(value);
    }

    private void Take(AppleRecord record)
    {
        if (record.Start is not { } start || record.End is not { } end)
            into.Refuse(record.Line, RefusalReason.NotADate, record.Type);
        else if (QuantityOf(record) is { } quantity)
            Take(record, quantity, start, end);
        else if (!_facts.Take(record, start, end))
            Count(record.Type);
    }

    private void Count(string what) => _passedOver[what] = _passedOver.GetValueOrDefault(what) + 1;

    private void Take(AppleRecord record, AppleQuantity quantity, Instant start, Instant end)
    {
        if (record.Number is not { } number)
            into.Refuse(record.Line, RefusalReason.NotANumber, record.Written, record.Type);
        else if (quantity.Convert is not { } convert)
            into.Refuse(record.Line, RefusalReason.UnknownUnit, record.Unit, record.Type);
        else
            into.Add(quantity.Measure, record.Source, start, end, convert(number), record.Line);
    }

    /// <summary>Mostly that of the record before: an export tells of one type after the other, and each name is one text.</summary>
    private AppleQuantity? QuantityOf(AppleRecord record)
    {
        if (ReferenceEquals(record.Type, _last.Type) && ReferenceEquals(record.Unit, _last.Unit))
            return _last.Quantity;
        var key = (record.Type, record.Unit);
        if (!_quantities.TryGetValue(key, out var quantity))
            _quantities[key] = quantity = AppleQuantity.Of(record.Type, record.Unit);
        _last = (record.Type, record.Unit, quantity);
        return quantity;
    }
}
