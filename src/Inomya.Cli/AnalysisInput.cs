using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;
using Inomya.Importing;
using Inomya.Journals;

namespace Inomya.Cli;

/// <summary>A table to analyse, with what its columns are.</summary>
internal static class AnalysisInput
{
    /// <param name="rolesFile">Null: what the columns are is inferred, and said.</param>
    /// <param name="outcome">The column to explain; stands before the one that the roles name.</param>
    /// <exception cref="JournalStorageException">A file cannot be read; it is named.</exception>
    public static (DailyTable Table, Roles Roles) Read(FileInfo file, FileInfo? rolesFile, string? outcome, Words words)
    {
        var table = Named(file, words, () => TableIn(file));
        var roles = rolesFile is null
            ? Named(file, words, () => Inferred(file, table, outcome))
            : Named(rolesFile, words, () => AnalysisFiles.ReadRoles(File.ReadAllText(rolesFile.FullName)));
        return (table, outcome is null ? roles : roles with { Outcome = outcome });
    }

    private static DailyTable TableIn(FileInfo file)
    {
        using var stream = file.OpenRead();
        return AnalysisFiles.ReadTable(stream);
    }

    private static Roles Inferred(FileInfo file, DailyTable table, string? outcome)
    {
        if (outcome is null && table.Names.Count == 0)
            throw new UsageException($"{file.Name} has no column but the date.");
        var roles = Roles.Infer(table, outcome ?? table.Names[0]);
        Output.Say($"Inferred: outcome {roles.Outcome}; {FactorsOf(roles)}");
        return roles;
    }

    private static string FactorsOf(Roles roles) =>
        string.Join(", ", roles.Factors.Select(f => $"{f.Key} {AnalysisFiles.Key(f.Value)}"));

    private static T Named<T>(FileInfo file, Words words, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ImportException e)
        {
            throw new JournalStorageException($"{file.Name}: {words[$"import.{e.Why}", ("detail", e.Detail)]}", e);
        }
        catch (ArgumentException e)
        {
            throw new JournalStorageException($"{file.Name}: {e.Message}", e);
        }
    }
}
