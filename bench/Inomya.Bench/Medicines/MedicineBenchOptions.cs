namespace Inomya.Bench.Medicines;

/// <summary>Where the yardsticks lie: those of the repository, unless others are named.</summary>
/// <param name="Thesaurus">Pairs of substances with their level.</param>
/// <param name="Ordinary">Lists on which nothing should sound an alarm.</param>
/// <param name="Lists">Lists with what must be found on them; null for none.</param>
/// <param name="Names">Names by language.</param>
/// <param name="Verbose">Whether each miss is printed.</param>
internal sealed record MedicineBenchOptions(
    string Thesaurus,
    string Ordinary,
    string? Lists,
    string Names,
    bool Verbose
)
{
    /// <summary>Null when an argument is not known or its file does not exist.</summary>
    public static MedicineBenchOptions? From(IReadOnlyList<string> arguments)
    {
        var options = new MedicineBenchOptions(
            Data("thesaurus-ansm-2020"),
            Data("ordinary-lists"),
            null,
            Data("names"),
            false
        );
        for (var at = 0; at < arguments.Count; at++)
        {
            if (arguments[at] == "--verbose")
            {
                options = options with { Verbose = true };
                continue;
            }

            if (at + 1 == arguments.Count || !File.Exists(arguments[at + 1]))
                return null;
            var file = arguments[++at];
            switch (arguments[at - 1])
            {
                case "--thesaurus":
                    options = options with { Thesaurus = file };
                    break;
                case "--ordinary":
                    options = options with { Ordinary = file };
                    break;
                case "--lists":
                    options = options with { Lists = file };
                    break;
                case "--names":
                    options = options with { Names = file };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    private static string Data(string name) => Path.Combine(AppContext.BaseDirectory, "data", $"{name}.json");
}
