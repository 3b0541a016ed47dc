namespace Inomya.Journals;

/// <summary>Bytes as letters and figures that are copied from paper without a slip: five bits each.</summary>
internal static class PaperLetters
{
    /// <summary>Without I, L, O and U, which are misread from paper.</summary>
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsOfLetter = 5,
        GroupLength = 4;

    /// <summary>In groups of four with hyphens between.</summary>
    public static string Write(byte[] bytes)
    {
        var letters = Enumerable
            .Range(0, bytes.Length * 8 / BitsOfLetter)
            .Select(i => Letters[ValueAt(bytes, i * BitsOfLetter)]);
        return string.Join('-', letters.Chunk(GroupLength).Select(group => new string(group)));
    }

    /// <summary>Reads what was written down: case, spaces and hyphens do not matter, O is 0, I and L are 1.</summary>
    /// <returns>Null when another letter is in it, or when it is not of this many bytes.</returns>
    public static byte[]? Read(string written, int length)
    {
        var bytes = new byte[length];
        var bits = 0;
        foreach (var letter in written.ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c != '-'))
        {
            var value = ValueOf(letter);
            if (value < 0 || bits + BitsOfLetter > length * 8)
                return null;
            SetValueAt(bytes, bits, value);
            bits += BitsOfLetter;
        }
        return bits == length * 8 ? bytes : null;
    }

    private static int ValueOf(char letter) =>
        Letters.IndexOf(
            letter switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                _ => letter,
            },
            StringComparison.Ordinal
        );

    private static int ValueAt(byte[] bytes, int at) =>
        Enumerable
            .Range(at, BitsOfLetter)
            .Aggregate(0, (value, bit) => value << 1 | bytes[bit / 8] >> (7 - bit % 8) & 1);

    private static void SetValueAt(byte[] bytes, int at, int value)
    {
        for (var i = 0; i < BitsOfLetter; i++)
        {
            var bit = at + i;
            bytes[bit / 8] |= (byte)((value >> (BitsOfLetter - 1 - i) & 1) << (7 - bit % 8));
        }
    }
}
