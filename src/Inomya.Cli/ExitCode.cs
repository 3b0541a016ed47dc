namespace Inomya.Cli;

/// <summary>What the exit code says, for every command.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Done, but some input was refused; each refusal was named.</summary>
    public const int SomeRefused = 1;
    public const int WrongUsage = 2;

    /// <summary>Unreadable input or storage, or stopped; nothing was changed.</summary>
    public const int Unreadable = 3;
}
