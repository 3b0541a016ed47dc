using System.IO.Compression;
using System.Text;

namespace Inomya.Journals;

/// <summary>Writes samples as bytes, column by column, and reads them again.</summary>
/// <remarks>
/// Layout 1, then Brotli: devices by name; starts as differences; lengths; devices by place; values as whole numbers of the fewest
/// decimals that hold all of them exactly, else as doubles. Times are whole seconds where all are, else milliseconds.
/// </remarks>
internal static class SampleCode
{
    private const byte Layout = 1;
    private const byte Doubles = 255;
    private const int MostDecimals = 6;

    /// <summary>Above it not every whole number is a double of its own.</summary>
    private const double MostExact = 1L << 53;

    /// <param name="level">Packing well takes most of the time; what is unpacked again soon need not be small.</param>
    public static byte[] Encode(SampleRows rows, CompressionLevel level = CompressionLevel.Optimal)
    {
        // written whole first: handed to the packer byte by byte it takes many times as long
        using var plain = new MemoryStream();
        using (var to = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true))
            Write(to, rows);
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, level, leaveOpen: true))
            packed.Write(plain.GetBuffer().AsSpan(0, (int)plain.Length));
        return bytes.ToArray();
    }

    public static SampleRows Decode(byte[] data)
    {
        using var unpacked = new MemoryStream();
        using (var packed = new BrotliStream(new MemoryStream(data), CompressionMode.Decompress))
            packed.CopyTo(unpacked);
        unpacked.Position = 0;
        using var from = new BinaryReader(unpacked);
        return from.ReadByte() == Layout ? Read(from) : throw new InvalidDataException("A block of a later version.");
    }

    private static void Write(BinaryWriter to, SampleRows rows)
    {
        to.Write(Layout);
        to.Write7BitEncodedInt(rows.Devices.Count);
        foreach (var device in rows.Devices)
            to.Write(device);
        to.Write7BitEncodedInt(rows.Rows.Length);
        WriteTimes(to, rows.Rows);
        foreach (var row in rows.Rows)
            to.Write7BitEncodedInt(row.Device);
        WriteValues(to, rows.Rows);
    }

    private static void WriteTimes(BinaryWriter to, SampleRow[] rows)
    {
        var unit = Array.TrueForAll(rows, r => r.Start % 1000 == 0 && r.End % 1000 == 0) ? 1000 : 1;
        to.Write7BitEncodedInt(unit);
        var before = 0L;
        foreach (var row in rows)
        {
            to.Write7BitEncodedInt64(Zigzag((row.Start - before) / unit));
            before = row.Start;
        }
        foreach (var row in rows)
            to.Write7BitEncodedInt64(row.Length / unit);
    }

    private static void WriteValues(BinaryWriter to, SampleRow[] rows)
    {
        var decimals = DecimalsOf(rows);
        to.Write(decimals);
        var factor = decimals == Doubles ? 0 : Math.Pow(10, decimals);
        foreach (var row in rows)
            if (decimals == Doubles)
                to.Write(row.Value);
            else
                to.Write7BitEncodedInt64(Zigzag((long)Math.Round(row.Value * factor)));
    }

    private static byte DecimalsOf(SampleRow[] rows)
    {
        for (byte decimals = 0; decimals <= MostDecimals; decimals++)
        {
            var factor = Math.Pow(10, decimals);
            if (Array.TrueForAll(rows, r => IsExact(r.Value, factor)))
                return decimals;
        }
        return Doubles;
    }

    private static bool IsExact(double value, double factor)
    {
        var scaled = Math.Round(value * factor);
        // by the whole number that is written, which has no sign where it is zero
        return Math.Abs(scaled) < MostExact
            && BitConverter.DoubleToInt64Bits((long)scaled / factor) == BitConverter.DoubleToInt64Bits(value);
    }

    private static SampleRows Read(BinaryReader from)
    {
        var devices = DevicesIn(from);
        var rows = new SampleRow[from.Read7BitEncodedInt()];
        ReadTimes(from, rows);
        for (var i = 0; i < rows.Length; i++)
            rows[i] = rows[i] with { Device = from.Read7BitEncodedInt() };
        ReadValues(from, rows);
        return new SampleRows(devices, rows);
    }

    private static string[] DevicesIn(BinaryReader from)
    {
        var devices = new string[from.Read7BitEncodedInt()];
        for (var i = 0; i < devices.Length; i++)
            devices[i] = from.ReadString();
        return devices;
    }

    private static void ReadTimes(BinaryReader from, SampleRow[] rows)
    {
        var unit = from.Read7BitEncodedInt();
        ReadStarts(from, rows, unit);
        for (var i = 0; i < rows.Length; i++)
            rows[i] = rows[i] with { End = rows[i].Start + from.Read7BitEncodedInt64() * unit };
    }

    private static void ReadStarts(BinaryReader from, SampleRow[] rows, int unit)
    {
        var start = 0L;
        for (var i = 0; i < rows.Length; i++)
        {
            start += Unzigzag(from.Read7BitEncodedInt64()) * unit;
            rows[i] = new SampleRow(start, start, 0, 0);
        }
    }

    private static void ReadValues(BinaryReader from, SampleRow[] rows)
    {
        var decimals = from.ReadByte();
        var factor = Math.Pow(10, decimals);
        for (var i = 0; i < rows.Length; i++)
            rows[i] = rows[i] with
            {
                Value = decimals == Doubles ? from.ReadDouble() : Unzigzag(from.Read7BitEncodedInt64()) / factor,
            };
    }

    private static long Zigzag(long value) => (value << 1) ^ (value >> 63);

    private static long Unzigzag(long value) => (long)((ulong)value >> 1) ^ -(value & 1);
}
