namespace Inomya.Journals;

/// <summary>Who reads and writes journals on a PostgreSQL server.</summary>
/// <param name="Password">Null where the server asks for none.</param>
internal sealed record ServerRole(string Name, string? Password)
{
    /// <summary>For a statement that takes no parameters.</summary>
    public string Quoted => $"\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>What makes it.</summary>
    public string Create =>
        Password is null
            ? $"CREATE ROLE {Quoted} LOGIN"
            : $"CREATE ROLE {Quoted} LOGIN PASSWORD '{Password.Replace("'", "''", StringComparison.Ordinal)}'";
}
