using System.CommandLine;
using Inomya.Content;
using Inomya.SupportPacks;
using NodaTime;

namespace Inomya.Cli;

/// <summary>inomya support check: is a folder of packs of help well formed? For associations that keep their own.</summary>
internal static class Support
{
    private static readonly Argument<string> Folder = new("folder")
    {
        Description = "A folder of NAME.yaml, such as content/support in a data folder.",
    };

    public static Command Command()
    {
        var check = new Command("check", "Reads lists of help by country and says what is wrong, with file and line.")
        {
            Folder,
        };
        check.SetAction(CheckAsync);
        return new Command("support", "Lists of associations, rights, services and groups by country.") { check };
    }

    private static async Task<int> CheckAsync(ParseResult call, CancellationToken stop)
    {
        var folder = call.GetValue(Folder)!;
        var readings = await PackFolder.ReadAsync(folder, stop);
        if (readings.Count == 0)
        {
            Output.Say($"{folder}: there is no such folder, or no file NAME.yaml in it.");
            return ExitCode.Unreadable;
        }

        Tell(readings);
        return readings.All(r => r.Pack is not null) ? ExitCode.Done : ExitCode.SomeRefused;
    }

    private static void Tell(IReadOnlyList<PackReading> readings)
    {
        var words = new Words(new ContentFolder());
        foreach (var fault in readings.SelectMany(r => r.Faults))
            Output.Say(fault.In(words));
        foreach (var reading in readings)
            if (reading.Pack is { } pack)
                Console.Out.WriteLine($"{reading.File}: {Told(pack)}");
    }

    private static string Told(SupportPack pack)
    {
        var today = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb.GetSystemDefault()).Date;
        var age = pack.IsOldOn(today) ? "expired on" : "kept until";
        var memory = pack.FromMemory == 0 ? "" : $"; {pack.FromMemory} from memory, not shown";
        var entries = $"{pack.Entries.Count} entries{memory}";
        return $"{pack.Country ?? "international"}, {entries}, by {pack.MaintainedBy}, {age} {pack.Expires:uuuu-MM-dd}";
    }
}
