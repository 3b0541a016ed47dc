using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Inomya.Cli.Tests.Support;

/// <summary>What a run of the command line left: exit code, stdout, stderr.</summary>
public sealed record Run(int Exit, string Out, string Error)
{
    /// <summary>The one JSON document on stdout; anything else there fails the test.</summary>
    public JsonElement Json => JsonDocument.Parse(Out).RootElement.Clone();
}

/// <summary>The real command line in a process of its own, on a data folder of its own.</summary>
public sealed partial class CommandLine : IDisposable
{
    public const int Killed = 128 + 9;
    private const int Interrupt = 2;
    private const int Term = 15;

    private readonly string _folder = Directory.CreateTempSubdirectory("inomya-cli-").FullName;

    /// <summary>Further environment variables of every run.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public string Data => Path.Combine(_folder, "data");

    public string Journal => Path.Combine(Data, "inomya.db");

    /// <summary>A path beside the data folder.</summary>
    public string File(string name) => Path.Combine(_folder, name);

    /// <summary>Writes a file beside the data folder.</summary>
    public string Write(string name, string content)
    {
        System.IO.File.WriteAllText(File(name), content);
        return File(name);
    }

    public async Task<Run> RunAsync(params string[] arguments) => await EndAsync(Start(arguments));

    /// <summary>Starts it and does not wait.</summary>
    public Process Start(params string[] arguments) => StartProgram(Program, arguments);

    /// <summary>Starts it so that it hears Ctrl-C: where tests run in the background of a shell, they and all they start ignore it.</summary>
    public Process StartHearing(params string[] arguments) =>
        OperatingSystem.IsLinux()
            ? StartProgram("/usr/bin/env", ["--default-signal=INT", Program, .. arguments])
            : Start(arguments);

    /// <summary>Starts it in a shell that may write no file larger than this many blocks of 512 bytes: to the program, a full disk.</summary>
    public Process StartWithLittleSpace(int blocks, params string[] arguments)
    {
        Environment["DOTNET_EnableWriteXorExecute"] = "0"; // otherwise the runtime itself needs a large file
        return StartProgram(
            "/bin/sh",
            ["-c", $"trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"", Program, .. arguments]
        );
    }

    public static async Task<Run> EndAsync(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Run(process.ExitCode, await output, await error);
    }

    /// <summary>What Ctrl-C does.</summary>
    public static void CtrlC(Process process) => Assert.Equal(0, Signal(process.Id, Interrupt));

    /// <summary>What a service manager does to stop it.</summary>
    public static void Terminate(Process process) => Assert.Equal(0, Signal(process.Id, Term));

    /// <summary>Waits until something is so; a process that ends before fails the test.</summary>
    public static async Task UntilAsync(Process process, Func<bool> isSo)
    {
        while (!isSo())
        {
            Assert.False(process.HasExited, "The process ended before the moment the test waits for.");
            await Task.Delay(1);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Program =>
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Inomya.Cli.exe" : "Inomya.Cli");

    private Process StartProgram(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var name in (string[])["INOMYA_DATABASE", "INOMYA_PASSPHRASE", "DISPLAY", "WAYLAND_DISPLAY"])
            start.Environment.Remove(name);
        start.Environment["INOMYA_DATA"] = Data;
        start.Environment["INOMYA_KEY_FILE"] = File("recovery.key");
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
