using System.Diagnostics;
using Inomya.Cli.Tests.Support;

namespace Inomya.Cli.Tests;

/// <summary>What a server does to the folder it is given, and what it lets nobody else do.</summary>
public sealed class ServeTests : IDisposable
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
        OpenFile = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
        OpenFolder = OpenFile | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly CommandLine _inomya = new();

    public void Dispose() => _inomya.Dispose();

    [Fact]
    public async Task A_second_server_on_a_folder_is_refused_in_words_until_the_first_has_ended()
    {
        using var first = await ServingAsync();
        var second = await _inomya.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--no-browser");
        Assert.Equal(3, second.Exit);
        Assert.Contains(
            $"Another Inomya serves {_inomya.Data} already",
            Assert.Single(second.Error.Trim().Split('\n')),
            StringComparison.Ordinal
        );
        // however it ends
        first.Kill();
        await first.WaitForExitAsync();
        using var third = await ServingAsync();
        await KillAsync(third);
    }

    [Fact]
    public async Task What_others_could_read_is_told_by_doctor_and_closed_at_the_next_start()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }
        using (var once = await ServingAsync())
            await KillAsync(once);
        string[] folders = [_inomya.Data, In("keys"), In("uploads")];
        string[] files = [_inomya.Journal, Path.Combine(In("keys"), "key.xml"), Path.Combine(In("uploads"), "sent")];
        foreach (var folder in folders)
        {
            Directory.CreateDirectory(folder);
            File.SetUnixFileMode(folder, OpenFolder);
        }
        foreach (var file in files)
        {
            if (!File.Exists(file))
                await File.WriteAllTextAsync(file, "");
            File.SetUnixFileMode(file, OpenFile);
        }

        var told = await _inomya.RunAsync("doctor");
        Assert.Equal(3, told.Exit);
        foreach (var path in (string[])[.. folders, .. files[1..]])
            Assert.Contains(path, told.Out, StringComparison.Ordinal);

        using (var again = await ServingAsync())
        {
            foreach (var folder in folders)
                Assert.Equal(Folder, File.GetUnixFileMode(folder));
            foreach (var file in files)
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            await KillAsync(again);
        }
        Assert.Contains("readable by you alone", (await _inomya.RunAsync("doctor")).Out, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(_inomya.Data, name);

    private async Task<Process> ServingAsync()
    {
        var process = _inomya.Start("serve", "--urls", "http://127.0.0.1:0", "--no-browser");
        Assert.Contains(
            "Inomya is at",
            await process.StandardError.ReadLineAsync() ?? "it ended",
            StringComparison.Ordinal
        );
        return process;
    }

    private static async Task KillAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
    }
}
