using System.CommandLine;
using System.Text;
using Inomya.Content;
using Inomya.Documents;
using Inomya.Journals;
using Inomya.Reports;
using Inomya.Web.Reports;

namespace Inomya.Cli;

/// <summary>inomya report: the report for one audience as page, PDF, plain text or Word document.</summary>
internal static class Report
{
    private const string Page = ".html";

    private static readonly Option<string> For = new("--for")
    {
        Description = "doctor, physiotherapist, pharmacist, employer, family, benefits, self or second-opinion.",
        DefaultValueFactory = _ => "doctor",
    };
    private static readonly Option<FileInfo> Out = new("--out")
    {
        Required = true,
        Description = "FILE.pdf, FILE.html, FILE.txt or FILE.docx.",
    };

    public static Command Command()
    {
        var command = new Command("report", "Writes the report for one audience.")
        {
            For,
            Days.From,
            Days.To,
            Out,
            DataFolder.Person,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult call, CancellationToken stop)
    {
        var (file, audience, content) = (call.GetValue(Out)!, call.GetValue(For)!, new ContentFolder());
        RefuseUnknown(audience, file, content);
        var journal = await DataFolder.JournalAsync(call, new HostLook(AuditAct.Copied, "report"), stop);
        var words = new Words(content, journal.Person.Language);
        var question = new ReportQuestion(audience, call.GetValue(Days.From), call.GetValue(Days.To), [], []);
        if (await question.WriteAsync(journal, ReportShelf.Of(content), words, stop) is not { } report)
        {
            Output.Say(words["report.empty"]);
            return ExitCode.Unreadable;
        }
        await WriteAsync(file.FullName, await BytesAsync(file.Extension, report, words), stop);
        return ExitCode.Done;
    }

    private static void RefuseUnknown(string audience, FileInfo file, ContentFolder content)
    {
        var audiences = ReportWriter.Audiences(content);
        if (!audiences.Contains(audience))
            throw new UsageException($"--for takes one of {string.Join(", ", audiences)}.");
        if (file.Extension != Page && ReportFile.TypeOf(file.Extension) is null)
            throw new UsageException("--out takes a file that ends in .pdf, .html, .txt or .docx.");
    }

    private static async Task<byte[]> BytesAsync(string ending, ReportDocument report, Words words) =>
        ending == Page
            ? Encoding.UTF8.GetBytes(await ReportHtml.RenderAsync(report, words))
            : ReportFile.Write(ending, report, words);

    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken stop)
    {
        await File.WriteAllBytesAsync($"{path}.part", bytes, stop);
        File.Move($"{path}.part", path, overwrite: true);
        Output.Say(path);
    }
}
