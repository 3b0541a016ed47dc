namespace Inomya.Tests.Importing.Devices;
public class DumpTemp
{
    [Fact]
    public void Dump()
    {
        var w = new System.Text.StringBuilder();
        foreach (var (f, n, t) in DeviceSamples.All)
        {
            try {
            var format = Inomya.Importing.FileFormats.Of(DeviceFiles.File(n, t));
            w.AppendLine($"=== {n}: {format?.Id} {(format?.Id == f ? "" : "!!!!!! expected " + f)}");
            var s = DeviceFiles.Read(n, t);
            w.AppendLine($"rows {s.Rows}");
            foreach (var l in s.Told()) w.AppendLine("  " + l);
            foreach (var l in s.Passed()) w.AppendLine("  passed " + l);
            foreach (var l in s.Why()) w.AppendLine("  refused " + l);
            foreach (var l in s.Facts) w.AppendLine("  fact " + l);
            } catch (Exception e) { w.AppendLine("  !!!! " + e); }
        }
        System.IO.File.WriteAllText("/tmp/devices-dump.txt", w.ToString());
    }
}
