using System.IO.Compression;
using System.Text;
using CsCheck;
using Inomya.Importing;

namespace Inomya.Tests.Importing;

/// <summary>Files that people pick by mistake, and files made to hurt.</summary>
public class NotATableTests
{
    private static readonly string[] Pieces = [",", "\n", "\"", "\r\n", "2026-01-01", "3", "é", ";", "=", " "];

    private static string WhyNot(byte[] file) =>
        Assert.Throws<ImportException>(() => Files.Read(file, Files.PainMap)).Why.Key;

    [Fact]
    public void An_empty_file_is_said_to_be_empty() => Assert.Equal("empty", WhyNot([]));

    [Fact]
    public void A_picture_is_no_table() =>
        Assert.Equal(
            "not-text",
            WhyNot([
                0x89,
                (byte)'P',
                (byte)'N',
                (byte)'G',
                13,
                10,
                26,
                10,
                0,
                0,
                0,
                13,
                (byte)'I',
                (byte)'H',
                (byte)'D',
                (byte)'R',
            ])
        );

    [Fact]
    public void A_zip_is_no_table()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var text = new StreamWriter(zip.CreateEntry("diary.csv").Open()))
            text.Write("day,pain\n2026-01-01,3\n");
        Assert.Equal("is-archive", WhyNot(file.ToArray()));
    }

    [Fact]
    public void Bytes_of_any_kind_never_do_worse_than_a_refusal() =>
        Gen
            .Byte.Array[0, 300]
            .Sample(
                bytes =>
                {
                    try
                    {
                        Files.Read(bytes, Files.PainMap);
                    }
                    catch (ImportException)
                    {
                        // refused: the one thing that may happen beside being read
                    }
                },
                iter: 2_000
            );

    [Fact]
    public void Text_of_any_kind_after_a_good_header_is_read_or_refused() =>
        Gen.Int[0, Pieces.Length - 1]
            .Array[0, 60]
            .Sample(
                pieces =>
                {
                    var parts = pieces.Select(p => Pieces[p]);
                    try
                    {
                        var reading = Files.Read($"day,pain\n{string.Concat(parts)}", Files.PainMap);
                        Assert.True(reading.Facts.Count + reading.Refused.Count <= 2 * reading.Rows);
                    }
                    catch (ImportException e) when (e.Why == ImportProblem.UnclosedQuote)
                    {
                        // refused whole, with its line
                    }
                },
                iter: 2_000
            );

    [Fact]
    public void A_header_of_a_million_columns_is_refused() =>
        Assert.Equal(
            "too-many-columns",
            WhyNot(Encoding.UTF8.GetBytes("day,pain" + string.Concat(Enumerable.Repeat(",x", 1_000_000))))
        );

    [Fact]
    public void A_row_of_a_million_columns_is_refused_and_the_others_are_read()
    {
        var reading = Files.Read(
            $"day,pain\n2026-01-01,3\n2026-01-02{string.Concat(Enumerable.Repeat(",1", 1_000_000))}\n2026-01-03,4\n",
            Files.PainMap
        );
        Assert.Equal(["3 wrong-number-of-cells"], reading.Why());
        Assert.Equal(["2026-01-01=3", "2026-01-03=4"], reading.Values());
    }

    [Fact]
    public void A_cell_without_end_is_refused() =>
        Assert.Equal(
            "row-too-long",
            WhyNot(Encoding.UTF8.GetBytes($"day,pain\n2026-01-01,\"{new string('x', 5_000_000)}"))
        );

    [Fact]
    public void A_refused_value_is_shown_in_short() =>
        Assert.Equal(
            61,
            Files.Read($"day,pain\n2026-01-01,{new string('x', 9_000)}\n", Files.PainMap).Refused[0].Value.Length
        );
}
