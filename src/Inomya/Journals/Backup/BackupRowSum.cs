using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Inomya.Journals;

/// <summary>The number of rows of a table and the sum of their hashes, which is the same in whatever order they come.</summary>
internal sealed class BackupRowSum : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ulong[] _sum = new ulong[4];

    public long Rows { get; private set; }

    /// <summary>One cell of the row, under the name of its column.</summary>
    public void Add(byte[] column, object value)
    {
        Append(column);
        Append(value);
    }

    public void EndRow()
    {
        Span<byte> row = stackalloc byte[32];
        _hash.GetHashAndReset(row);
        for (var i = 0; i < _sum.Length; i++)
            _sum[i] = unchecked(_sum[i] + BinaryPrimitives.ReadUInt64BigEndian(row[(8 * i)..]));
        Rows++;
    }

    /// <summary>In hexadecimal.</summary>
    public override string ToString() => string.Concat(_sum.Select(s => s.ToString("x16", null)));

    public void Dispose() => _hash.Dispose();

    /// <summary>A value with its type and length in front, so that no two rows read alike.</summary>
    private void Append(object value)
    {
        var (type, bytes) = Encoded(value);
        Span<byte> head = stackalloc byte[5];
        head[0] = (byte)type;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
        _hash.AppendData(head);
        _hash.AppendData(bytes);
    }

    private static (char Type, byte[] Bytes) Encoded(object value) =>
        value switch
        {
            long n => ('i', BitConverter.GetBytes(n)),
            double x => ('r', BitConverter.GetBytes(x)),
            string s => ('t', Encoding.UTF8.GetBytes(s)),
            byte[] b => ('b', b),
            _ => ('0', []),
        };
}
