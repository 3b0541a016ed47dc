using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Inomya.Importing;
using Inomya.Importing.Devices;

namespace Inomya.Tests.Importing.Devices;

/// <summary>Records of a JSON file, however it comes in.</summary>
public class JsonRecordsTests
{
    [Fact]
    public void The_line_is_where_a_record_begins() =>
        Assert.Equal(
            ["1 {\"a\":1}", "2 2", "4 {\"b\":\n[1]}", "6 null"],
            Of("[{\"a\":1},\n2,\n\n{\"b\":\n[1]},\nnull]")
        );

    [Fact]
    public void Only_the_named_lists_are_read() =>
        Assert.Equal(
            ["1 1", "1 2", "1 3"],
            Of("""{"x":[9,{"list":7}],"list":[1,2],"y":{"z":[8]},"inner":{"list":[3]}}""", "list")
        );

    [Fact]
    public void A_mark_before_the_text_is_none_of_it() => Assert.Equal(["1 1"], Of("\uFEFF[1]"));

    [Theory]
    [InlineData("[1,", "1:3")]
    [InlineData("[1]\n]", "2:1")]
    [InlineData("[{\"a\":1}\n{", "2:1")]
    public void What_is_no_JSON_is_refused_with_its_place(string text, string place)
    {
        var broken = Assert.Throws<ImportException>(() => Of(text).ToList());
        Assert.Equal((ImportProblem.BrokenRecord, place), (broken.Why, broken.Detail));
    }

    /// <summary>However many bytes come at a time, and however long a record is.</summary>
    [Fact]
    public void Records_are_the_same_in_any_pieces() =>
        Gen.Int[0, int.MaxValue]
            .Sample(
                seed =>
                {
                    var random = new Random(seed);
                    var list = new JsonArray([.. Enumerable.Range(0, random.Next(20)).Select(_ => Made(random, 3))]);
                    var text = list.ToJsonString(new JsonSerializerOptions { WriteIndented = random.Next(2) == 0 });
                    var read = Read(new InPieces(Encoding.UTF8.GetBytes(text), random), null).Select(r => r.Text);
                    return read.Select(r => JsonNode.Parse(r)?.ToJsonString() ?? "null")
                        .SequenceEqual(list.Select(e => e?.ToJsonString() ?? "null"));
                },
                iter: 100
            );

    private static JsonNode? Made(Random random, int depth) =>
        random.Next(depth > 0 ? 6 : 4) switch
        {
            0 => null,
            1 => JsonValue.Create(random.Next()),
            2 => JsonValue.Create(new string('x', random.Next(5) == 0 ? 300_000 : 5) + "\"\\é\n"),
            3 => JsonValue.Create(true),
            4 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Made(random, depth - 1))]),
            _ => new JsonObject { ["a"] = Made(random, depth - 1), ["list"] = Made(random, depth - 1) },
        };

    private static IEnumerable<string> Of(string text, params string[] lists) =>
        Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), lists.Length == 0 ? null : lists.ToHashSet())
            .Select(r => $"{r.Line} {r.Text}");

    private static IEnumerable<(long Line, string Text)> Read(Stream file, IReadOnlySet<string>? lists)
    {
        using var records = new JsonRecords(file, lists);
        while (records.TryNext(out var line, out var record))
            yield return (line, record.GetRawText());
    }

    /// <summary>Gives some bytes at a time, as what is unpacked does.</summary>
    private sealed class InPieces(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, random.Next(1, 70_000)));
    }
}
