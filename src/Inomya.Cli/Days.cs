using System.CommandLine;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Series;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Cli;

/// <summary>inomya days: the journal as one row a local day.</summary>
internal static class Days
{
    public static readonly Option<LocalDate?> From = DayOption("--from", "The first day.");
    public static readonly Option<LocalDate?> To = DayOption("--to", "The last day.");
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "Write the table to this file." };

    public static Command Command()
    {
        var command = new Command("days", "Prints the journal as one row a local day; an empty cell was not recorded.")
        {
            From,
            To,
            Out,
            DataFolder.Person,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult call, CancellationToken stop)
    {
        var journal = await DataFolder.JournalAsync(call, new HostLook(AuditAct.Saw, "days"), stop);
        var series = await DaySeriesReader.ReadAsync(
            journal,
            new MeasureCatalogue(new ContentFolder()),
            call.GetValue(From),
            call.GetValue(To),
            stop
        );
        if (call.GetValue(Out) is { } file)
            await WriteAsync(series, file);
        else
            SeriesCsv.Write(series, Console.Out);
        return ExitCode.Done;
    }

    private static async Task WriteAsync(DaySeries? series, FileInfo file)
    {
        // written beside and moved into place, so that a full disk leaves no half table
        var half = $"{file.FullName}.part";
        await using (var text = new StreamWriter(half))
            SeriesCsv.Write(series, text);
        File.Move(half, file.FullName, overwrite: true);
        Output.Say($"{series?.Days ?? 0} days, {series?.Columns.Count ?? 0} columns: {file.FullName}");
    }

    private static Option<LocalDate?> DayOption(string name, string description) =>
        new(name)
        {
            Description = $"{description} As yyyy-MM-dd.",
            CustomParser = result =>
            {
                var parsed = LocalDatePattern.Iso.Parse(result.Tokens[0].Value);
                if (parsed.Success)
                    return parsed.Value;
                result.AddError($"{name}: '{result.Tokens[0].Value}' is not a day; write yyyy-MM-dd.");
                return null;
            },
        };
}
