using System.CommandLine;

namespace Inomya.Cli;

/// <summary>Every command with its options; docs/reference.md has a line for each.</summary>
internal static class CommandTree
{
    public static RootCommand Root()
    {
        var root = new RootCommand(
            "Inomya: understand your muscle pain, find what relieves it, speak up with evidence."
        )
        {
            Serve.Demo(),
            Serve.Command(),
            Import.Command(),
            Days.Command(),
            Analyze.Command(),
            Report.Command(),
            Export.Command(),
            Backup.Command(),
            Restore.Command(),
            Score.Command(),
            Forget.Command(),
            Doctor.Command(),
            AccountCommands.Command(),
            Medicines.Command(),
            Programmes.Command(),
            Support.Command(),
        };
        root.Options.Add(DataFolder.Option);
        return root;
    }
}
