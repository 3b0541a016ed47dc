using CsCheck;
using Inomya.Journals;

namespace Inomya.Tests.Journals.Samples;

public class SampleCodeTests
{
    private static readonly Gen<double> Values = Gen.OneOf(
        Gen.Double,
        Gen.Int[0, 30_000].Select(n => (double)n),
        Gen.Int[-9_999, 9_999].Select(n => n / 100.0),
        Gen.Const(-0.0)
    );

    private static readonly Gen<SampleRow> Row = Gen.Select(
        Gen.Long[-2_000_000_000_000, 4_000_000_000_000],
        Gen.Long[0, 90_000_000],
        Gen.Int[0, 2],
        Values,
        (start, length, device, value) => new SampleRow(start, start + length, device, value)
    );

    private static SampleRows RowsOf(IEnumerable<SampleRow> rows) =>
        new(["Watch", "i\u00a0Phone ’s", ""], [.. rows.Order()]);

    [Fact]
    public void What_is_written_is_read_again_to_the_last_bit() =>
        Row.List[0, 60]
            .Sample(rows =>
            {
                var before = RowsOf(rows);
                var after = SampleCode.Decode(SampleCode.Encode(before));
                Assert.Equal(before.Devices, after.Devices);
                Assert.Equal(before.Rows.Select(Bits), after.Rows.Select(Bits));
            });

    private static (SampleRow, long) Bits(SampleRow row) =>
        (row with { Value = 0 }, BitConverter.DoubleToInt64Bits(row.Value));

    [Fact]
    public void A_month_of_a_watch_takes_few_bytes_a_sample()
    {
        var random = new Random(1);
        var rows = Enumerable
            .Range(0, 15_000)
            .Select(i =>
                (Start: 1_700_000_000_000L + i * 173_000L + random.Next(60) * 1000L, Value: 55 + random.Next(60))
            )
            .Select(r => new SampleRow(r.Start, r.Start, 0, r.Value));
        var bytes = SampleCode.Encode(RowsOf(rows)).Length;
        // ten years of two hundred thousand samples each may take sixty megabytes: thirty bytes a sample
        Assert.InRange(bytes / 15_000.0, 0.5, 5);
    }
}
