using System.ComponentModel;
using System.Diagnostics;

namespace Inomya.Fhir.Tests;

/// <summary>Programs of Node.js beside the tests, with packages that share nothing with our code.</summary>
internal static class NodeProgram
{
    /// <summary>Null when the package is there; otherwise why it is not.</summary>
    /// <param name="folder">Of the tests, with a package.json.</param>
    public static async Task<string?> InstalledAsync(string folder, string package)
    {
        if (Directory.Exists(Path.Combine(PathOf(folder), "node_modules", package)))
            return null;
        try
        {
            var (code, _, error) = await RunAsync(
                folder,
                "npm",
                ["install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"],
                ""
            );
            return code == 0 ? null : $"npm could not install {package}: {error}";
        }
        catch (Win32Exception)
        {
            return $"Node.js is not installed; {package} needs it.";
        }
    }

    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string folder,
        string program,
        string[] arguments,
        string input
    )
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = PathOf(folder),
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static string PathOf(string folder) => Path.Combine(AppContext.BaseDirectory, folder);
}
