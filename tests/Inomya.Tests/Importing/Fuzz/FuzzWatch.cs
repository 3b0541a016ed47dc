using System.Diagnostics;
using Inomya.Importing;

namespace Inomya.Tests.Importing.Fuzz;

/// <summary>Reads a broken file and says what went wrong: refused in words is right, a failure of ours, no end or no bound is not.</summary>
/// <remarks>Steps and bytes are counted, not seconds, so that it says the same on every machine.</remarks>
internal static class FuzzWatch
{
    /// <summary>Of a small file no reader takes more: buffers of a reader, and a hundred times what is in it.</summary>
    private const long MostBytes = 64L << 20;

    private const long MostTimes = 4_000;

    /// <returns>Null where all was well.</returns>
    public static string? WrongWith(byte[] input, Action<Stream> read)
    {
        using var file = new WatchedStream(input);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read(file);
        }
        catch (ImportException)
        {
            // refused in words
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name} in {WhereIn(e)}";
        }
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        return taken > MostBytes + MostTimes * input.Length ? $"took {taken >> 20} MB for {input.Length} bytes" : null;
    }

    private static string WhereIn(Exception e)
    {
        var frames = new StackTrace(e).GetFrames();
        var ours = Array.Find(frames, f =>
            f.GetMethod()?.DeclaringType?.Namespace?.StartsWith("Inomya", StringComparison.Ordinal) == true
        );
        return $"{ours?.GetMethod()?.DeclaringType?.Name}.{ours?.GetMethod()?.Name}";
    }

    /// <summary>Ends a reader that goes on reading the same file.</summary>
    private sealed class WatchedStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        private const int MostReads = 200_000;

        private int _reads;

        public override int Read(Span<byte> buffer)
        {
            Count();
            return base.Read(buffer);
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Count();
            return base.Read(buffer, offset, count);
        }

        public override int ReadByte()
        {
            Count();
            return base.ReadByte();
        }

        private void Count()
        {
            if (++_reads > MostReads + Length)
                throw new InvalidOperationException("It reads without an end.");
        }
    }
}
