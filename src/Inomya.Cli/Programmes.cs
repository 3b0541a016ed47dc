using System.CommandLine;
using System.Globalization;
using Inomya.Content;
using Inomya.Guide;
using Inomya.Programmes;
using NodaTime;

namespace Inomya.Cli;

/// <summary>inomya programmes: what the programmes amount to, and what is wrong with their texts.</summary>
internal static class Programmes
{
    private const string Columns =
        "programme  language  version  core  steps   words  grade  hardest  minutes  core  short  sources  unreviewed  expires";

    public static Command Command()
    {
        var command = new Command(
            "programmes",
            "Prints words, grade, minutes, sources and expiry of every programme, and what is wrong with a text."
        )
        {
            Output.Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult call)
    {
        var content = new ContentFolder();
        var today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
        var lines = ContentReport.Of(content, today);
        var tools = new GuideShelf(content).Tools.Keys.ToHashSet(StringComparer.Ordinal);
        var problems = ProgrammeCheck.Problems(content, tools, today);
        if (call.GetValue(Output.Json))
            Output.Print(new { Programmes = lines, Problems = problems });
        else
            Print(lines);
        foreach (var problem in problems)
            Output.Say(problem);
        return problems.Count == 0 ? ExitCode.Done : ExitCode.SomeRefused;
    }

    private static void Print(IReadOnlyList<ContentLine> lines)
    {
        Console.Out.WriteLine(Columns);
        foreach (var l in lines)
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{l.Programme, -9}  {l.Language, -8}  {l.Version, 7}  {l.Core, 4}  {l.Steps, 5}  {l.Words, 6}  {l.Grade, 5:0.0}  {l.HardestGrade, 7:0.0}  {l.Minutes, 7}  {l.CoreMinutes, 4}  {l.ShortMinutes, 5}  {l.Sources, 7}  {l.NotReviewed, 10}  {l.NextExpiry ?? "-"}"
                )
            );
    }
}
