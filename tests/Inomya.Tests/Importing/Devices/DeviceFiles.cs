using System.Text;
using Inomya.Importing;
using Inomya.Importing.Devices;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Importing.Devices;

/// <summary>Reads a device's file as an import would, for a person in Madrid.</summary>
internal static class DeviceFiles
{
    public const string Madrid = "Europe/Madrid";

    public static BroughtFile File(string name, byte[] bytes) => BroughtFile.Of(name, new MemoryStream(bytes));

    public static BroughtFile File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public static ImportSink Sink(string zone = Madrid, string format = "test") =>
        new(format, new DayClock(DayClock.UsualBoundary, [new ZoneSince(default, zone)]), Files.Today);

    public static ImportSink Read(string name, string text, string zone = Madrid) => Read(File(name, text), zone);

    public static ImportSink Read(BroughtFile file, string zone = Madrid)
    {
        var format = FileFormats.Of(file);
        Assert.NotNull(format);
        var sink = Sink(zone, format.Id);
        format.Read(file, sink, TestContext.Current.CancellationToken);
        return sink;
    }

    /// <summary>"measure [device] start..end = value" of each reading; one instant where it is a moment.</summary>
    public static IReadOnlyList<string> Told(this ImportSink sink) =>
        [
            .. sink.Streams.SelectMany(s =>
                s.Value.Select(r =>
                    FormattableString.Invariant(
                        $"{s.Key.Measure} [{s.Key.Device}] {Written(r.Start, r.End)} = {r.Value:0.####}"
                    )
                )
            ),
        ];

    /// <summary>"name times" of what was passed over.</summary>
    public static IReadOnlyList<string> Passed(this ImportSink sink) =>
        [.. sink.PassedOver.Select(p => FormattableString.Invariant($"{p.Key} {p.Value}"))];

    /// <summary>"line why value" of what was refused.</summary>
    public static IReadOnlyList<string> Why(this ImportSink sink) =>
        [.. sink.Refused.Select(r => $"{r.Line} {r.Why} {r.Value}")];

    private static string Written(Instant start, Instant end) => start == end ? $"{start}" : $"{start}..{end}";
}
