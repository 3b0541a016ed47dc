using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Inomya.Importing;
using Inomya.Importing.Devices;
using Inomya.Journals;
using Inomya.Tests.Support;

namespace Inomya.Tests.Importing.Devices;

/// <summary>What holds of every format of a device.</summary>
public class DeviceFormatsTests
{
    /// <summary>What devices, and files gone wrong, write in any field.</summary>
    private static readonly string[] Written =
    [
        "",
        "-1",
        "0",
        "300",
        "12",
        "7.5",
        "-40",
        "5e-324",
        "1e308",
        "1e999",
        "NaN",
        "abc",
        "null",
        "true",
        "false",
        "[60,60]",
        "[1,2]",
        "{}",
        "2026-06-29",
        "2026-06-29T06:00:00Z",
        "2026-06-29 08:00:00",
        "06/29/26 08:00:00",
        "08:00:00",
        "1601-01-01T00:00:00Z",
        "2099-01-01T00:00:00Z",
        "9999-12-31T23:59:59-12:00",
        "0000-00-00",
        "1782712800000",
        "1782712800000000000",
        "99999999999999999999999",
        "UTC+0200",
        "UTC+99:99",
        "PT7H",
        "40002",
        "-2",
        "LIGHT",
        "Ünknown “thing”",
    ];

    public static TheoryData<string, string> Samples =>
        [.. DeviceSamples.All.Select(s => new TheoryDataRow<string, string>(s.Format, s.Name))];

    private static string TextOf(string format, string name) =>
        DeviceSamples.All.Single(s => s.Format == format && s.Name == name).Text;

    [Theory, MemberData(nameof(Samples))]
    public void A_file_is_told_by_its_content_and_each_record_is_accounted_for(string format, string name)
    {
        var file = DeviceFiles.File(name, TextOf(format, name));
        Assert.Equal(format, FileFormats.Of(file)?.Id);
        var sink = DeviceFiles.Read(file);
        Assert.NotEqual(0, sink.Rows);
        Assert.Empty(sink.Why());
        Assert.True(Accounted(sink) >= sink.Rows);
    }

    [Theory, MemberData(nameof(Samples))]
    public void The_same_file_says_the_same_again(string format, string name)
    {
        var file = DeviceFiles.File(name, TextOf(format, name));
        Assert.Equal(DeviceFiles.Read(file).Told(), DeviceFiles.Read(file).Told());
    }

    [Theory, MemberData(nameof(Samples))]
    public void Nothing_drops_in_silence_whatever_stands_in_the_fields(string format, string name)
    {
        var text = TextOf(format, name);
        var isJson = text[0] is '[' or '{';
        var whole = isJson ? DeviceFiles.Read(name, text).Rows : 0;
        Gen.Int[0, int.MaxValue]
            .Sample(
                seed =>
                {
                    var (random, records) = (new Random(seed), whole);
                    var changed = isJson ? Changed(JsonNode.Parse(text)!, random) : TableOf(text, random, out records);
                    var sink = DeviceFiles.Sink();
                    FileFormats.All.Single(f => f.Id == format).Read(DeviceFiles.File(name, changed), sink, default);
                    return sink.Rows == records && Accounted(sink) >= records && AllPlausible(sink);
                },
                iter: 60
            );
    }

    /// <summary>One row at a time, so that a row that is told twice cannot hide one that is not told.</summary>
    [Theory, MemberData(nameof(Samples))]
    public void A_row_alone_says_something(string format, string name)
    {
        var text = TextOf(format, name);
        if (text[0] is '[' or '{')
            return;
        Gen.Int[0, int.MaxValue]
            .Sample(
                seed =>
                {
                    var row = TableOf(text, new Random(seed), out var rows, mostRows: 1);
                    var sink = DeviceFiles.Sink();
                    FileFormats.All.Single(f => f.Id == format).Read(DeviceFiles.File(name, row), sink, default);
                    return sink.Rows == rows && (rows == 0 || Accounted(sink) > 0);
                },
                iter: 60
            );
    }

    [Theory, MemberData(nameof(Samples))]
    public void A_record_that_is_cut_off_is_refused_with_its_place(string format, string name)
    {
        var text = TextOf(format, name);
        if (text[0] is not ('[' or '{'))
            return;
        var cut = text[..(text.Length * 4 / 5)];
        var broken = Assert.Throws<ImportException>(() =>
            FileFormats.All.Single(f => f.Id == format).Read(DeviceFiles.File(name, cut), DeviceFiles.Sink(), default)
        );
        Assert.Equal(ImportProblem.BrokenRecord, broken.Why);
        Assert.Matches(@"^\d+:\d+$", broken.Detail);
    }

    [Fact]
    public void Rows_with_a_cell_too_few_are_refused() =>
        Assert.Equal(
            ["3 wrong-number-of-cells 2"],
            DeviceFiles
                .Read(
                    "steps.csv",
                    "timestamp,steps,data source\n2026-06-29T06:00:00Z,5,Phone\n2026-06-29T06:01:00Z,6\n2026-06-29T06:02:00Z,7,Phone\n"
                )
                .Why()
        );

    [Fact]
    public void Each_has_an_id_of_its_own_that_can_be_typed()
    {
        var ids = DeviceFormats.All.Select(f => f.Id).ToList();
        Assert.Distinct(ids);
        Assert.All(ids, id => Assert.Matches("^[a-z]+(-[a-z]+)*$", id));
        Assert.Empty(ids.Except(DeviceSamples.All.Select(s => s.Format)).Except(["garmin-fit", "health-connect"]));
    }

    [Fact]
    public void Each_is_named_in_the_reference()
    {
        var page = File.ReadAllText(Repository.Path("docs", "reference.md"));
        Assert.All(DeviceFormats.All, f => Assert.Contains($"`{f.Id}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_units_are_those_of_the_vocabulary() =>
        Assert.Equal(
            Measured.All.Select(m => (m.Id, m.Unit)),
            Measured.All.Select(m => (m.Id, Files.Catalogue.Measures.Single(c => c.Id == m.Id).Unit))
        );

    [Fact]
    public void A_table_of_ones_own_is_none_of_these()
    {
        foreach (var header in (string[])["date,pain", "Date,Weight (kg)", "timestamp,rmssd", "day,steps"])
            Assert.Null(FileFormats.Of(DeviceFiles.File("mine.csv", $"{header}\n2026-06-29,3\n")));
        Assert.Null(FileFormats.Of(DeviceFiles.File("mine.json", """{"date":"2026-06-29","pain":3}""")));
    }

    private static int Accounted(ImportSink sink) =>
        (int)sink.Samples.Count
        + sink.Facts.OfType<Entry>().Count()
        + sink.Refused.Count
        + sink.PassedOver.Values.Sum();

    /// <summary>Nothing that means "not recorded" gets through.</summary>
    private static bool AllPlausible(ImportSink sink) =>
        sink.Streams.All(s =>
            s.Value.TrueForAll(r => r.Value >= 0 && r.End >= r.Start && double.IsFinite(r.Value))
            && (s.Key.Measure != "heart_rate" || s.Value.TrueForAll(r => r.Value is > 0 and < 300))
        );

    private static string Changed(JsonNode root, Random random)
    {
        Change(root, random);
        return root.ToJsonString();
    }

    private static void Change(JsonNode node, Random random)
    {
        if (node is JsonObject fields)
            foreach (var (key, value) in fields.ToList())
                if (value is JsonObject or JsonArray)
                    Change(value, random);
                else if (random.Next(3) == 0)
                    fields[key] = Any(random);
        if (node is JsonArray list)
            foreach (var element in list.Where(e => e is not null))
                Change(element!, random);
    }

    private static JsonNode? Any(Random random) =>
        Written[random.Next(Written.Length)] is var text
        && random.Next(2) == 0
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? JsonValue.Create(number)
        : text == "null" ? null
        : text == "{}" ? new JsonObject()
        : JsonValue.Create(text);

    private static string TableOf(string sample, Random random, out int rows, int mostRows = 4)
    {
        var lines = sample.Split('\n');
        var head = lines[0].StartsWith("com.samsung", StringComparison.Ordinal) ? 2 : 1;
        var header = lines[head - 1].TrimEnd('\r');
        var separator = header.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var (table, columns) = (new StringBuilder(string.Join('\n', lines[..head])), header.Split(separator).Length);
        rows = random.Next(1, mostRows + 1);
        for (var row = 0; row < rows; row++)
            table.Append('\n').AppendJoin(separator, Row(random, columns, isOpen: header.EndsWith(separator)));
        return table.Append('\n').ToString();
    }

    /// <summary>The first cell is never empty, for a row without anything is no row.</summary>
    private static IEnumerable<string> Row(Random random, int columns, bool isOpen)
    {
        for (var column = 0; column < columns; column++)
            yield return isOpen && column == columns - 1
                ? ""
                : Quoted(Written[random.Next(column == 0 ? 1 : 0, Written.Length)]);
    }

    private static string Quoted(string cell) => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell;
}
