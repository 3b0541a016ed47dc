using Inomya.Importing;
using Inomya.Vocabulary;

namespace Inomya.Tests.Importing.Fuzz;

/// <summary>Every importer is given broken files: a few here, millions by <c>bench fuzz</c>.</summary>
public class FuzzTests
{
    private const int Each = 150;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, FuzzSeeds.All.Count)];

    [Theory, MemberData(nameof(Seeds))]
    public void A_broken_file_is_read_as_far_as_it_goes_or_refused_in_words(int seed)
    {
        var (name, whole) = FuzzSeeds.All[seed];
        for (var n = 0; n < Each; n++)
        {
            var broken = Broken(seed, n, whole);
            Assert.Null(
                FuzzWatch.WrongWith(broken, file => Read(file, name)) is { } wrong ? $"{seed}/{n}: {wrong}" : null
            );
        }
    }

    [Fact]
    public void Every_whole_file_is_one_that_is_taken_in()
    {
        foreach (var (name, whole) in FuzzSeeds.All)
        {
            using var file = new MemoryStream(whole);
            Assert.True(Read(file, name).Rows > 0, name);
        }
    }

    [Fact]
    public void What_fails_reads_without_end_or_takes_without_bound_is_seen()
    {
        Assert.Contains("FormatException", FuzzWatch.WrongWith([1], _ => throw new FormatException()));
        Assert.Contains("InvalidOperation", FuzzWatch.WrongWith([1], ReadForEver));
        Assert.Contains("MB", FuzzWatch.WrongWith([1], _ => GC.KeepAlive(new byte[70 << 20])));
        Assert.Null(FuzzWatch.WrongWith([1], _ => throw new ImportException(ImportProblem.Empty)));
    }

    private static void ReadForEver(Stream file)
    {
        while (true)
            file.ReadByte();
    }

    private static byte[] Broken(int seed, int n, byte[] whole)
    {
        var random = new Random(seed * 1_000_003 + n);
        return new Mutator(random).Change(whole, FuzzSeeds.All[random.Next(FuzzSeeds.All.Count)].Bytes);
    }

    private static ImportReading Read(Stream file, string name)
    {
        var options = new ImportOptions
        {
            Name = name,
            Days = new(DayClock.UsualBoundary, [new ZoneSince(default, "Europe/Madrid")]),
        };
        var reading = Files.Read(file, options);
        _ = reading.To;
        return reading;
    }
}
