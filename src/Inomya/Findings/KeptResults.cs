using System.Diagnostics.Metrics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Inomya.Analysis;

namespace Inomya.Findings;

/// <summary>
/// What the engine said of a table, kept by what stands in the table: the same days and roles are worked out once.
/// </summary>
/// <remarks>
/// The key is a hash of everything that the engine reads, so whatever changes the days or the question asks anew,
/// whoever changed it and on whichever node; nothing has to be told that something changed. Kept in memory alone, the
/// least used go first.
/// </remarks>
internal static class KeptResults
{
    /// <summary>A result is some hundred kilobytes at most, so all of them are a few megabytes.</summary>
    private const int MostKept = 64;

    private static readonly JsonSerializerOptions Written = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private static readonly Meter Meter = new("Inomya.Findings");

    /// <summary>How often the engine had something to say that was not kept: how well keeping works.</summary>
    private static readonly Counter<int> WorkedOut = Meter.CreateCounter<int>("inomya.findings.worked-out");

    private static readonly RecentlyUsed Results = new(MostKept);

    /// <exception cref="OperationCanceledException">Nothing is kept then.</exception>
    public static AnalysisResult Of(DailyTable table, Roles roles, CancellationToken stop)
    {
        var key = KeyOf(table, roles);
        if (Results.Find<AnalysisResult>(key) is { } kept)
            return kept;
        var result = Engine.Analyze(table, roles, stop);
        WorkedOut.Add(1);
        return Results.Keep(key, result);
    }

    private static string KeyOf(DailyTable table, Roles roles)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes((table.Names, roles).ToTuple(), Written));
        hash.AppendData(MemoryMarshal.AsBytes(table.Days.ToArray().AsSpan()));
        foreach (var column in table.Columns)
            hash.AppendData(MemoryMarshal.AsBytes(column.AsSpan()));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
