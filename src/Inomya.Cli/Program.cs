using System.CommandLine;
using Inomya.Cli;
using Inomya.Content;
using Inomya.Journals;

var call = CommandTree.Root().Parse(args);
if (call.Errors.Count > 0)
{
    foreach (var error in call.Errors)
        await Console.Error.WriteLineAsync(error.Message);
    return ExitCode.WrongUsage;
}

try
{
    // what was begun is taken back before the end, however long that takes on a busy machine
    return await call.InvokeAsync(
        new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromMinutes(5),
        }
    );
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCode.WrongUsage;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped. The journal is as it was before.");
    return ExitCode.Unreadable;
}
catch (Exception e)
    when (e
            is JournalStorageException
                or ChangedMeanwhileException
                or ContentException
                or IOException
                or UnauthorizedAccessException
    )
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCode.Unreadable;
}
