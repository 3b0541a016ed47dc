namespace Inomya.Importing;

/// <summary>What a file is that is surely no table, told by how it begins.</summary>
internal static class NotATable
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Null for a file that may be a table.</summary>
    public static ImportProblem? Of(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("%PDF-"u8))
            return ImportProblem.IsPdf;
        if (start.StartsWith("PK\u0003\u0004"u8))
            return ImportProblem.IsArchive;
        if (start.StartsWith(Mark))
            start = start[Mark.Length..];
        return start.TrimStart(" \t\r\n"u8) switch
        {
            [(byte)'{', ..] => ImportProblem.IsRecord,
            [(byte)'[', .. var rest] when rest.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] => ImportProblem.IsRecord,
            [(byte)'<', ..] => ImportProblem.IsRecord,
            _ => null,
        };
    }
}
