namespace Inomya.Importing;

/// <summary>What a file is that is surely no table, told by how it begins.</summary>
internal static class NotATable
{
    private static ReadOnlySpan<byte> Spaces => " \t\r\n"u8;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Null for a file that may be a table.</summary>
    public static ImportProblem? Of(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("%PDF-"u8))
            return ImportProblem.IsPdf;
        if (start.StartsWith("PK\u0003\u0004"u8))
            return ImportProblem.IsArchive;
        return IsRecord(start.StartsWith(Mark) ? start[Mark.Length..] : start) ? ImportProblem.IsRecord : null;
    }

    /// <summary>JSON or XML; a header may begin with a bracket of its own.</summary>
    private static bool IsRecord(ReadOnlySpan<byte> start) =>
        start.TrimStart(Spaces) is [(byte)'{' or (byte)'<', ..]
        || (start.TrimStart(Spaces) is [(byte)'[', .. var rest] && rest.TrimStart(Spaces) is [(byte)'{', ..]);
}
