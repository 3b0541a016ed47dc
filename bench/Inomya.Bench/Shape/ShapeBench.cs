namespace Inomya.Bench.Shape;

/// <summary>Prints how the code reads, folder by folder.</summary>
internal static class ShapeBench
{
    private const int Listed = 200;

    public static int Run(string source)
    {
        var folders = Directory.EnumerateDirectories(source).Order(StringComparer.Ordinal).Append(source);
        Table.Print(
            "How the code reads",
            [
                "folder",
                "methods",
                "tokens p50 / p90 / p99",
                "over 100",
                "turns p99 / max",
                "types in own file",
                "wide lines",
            ],
            [.. folders.Select(f => Row(Path.GetFileName(f), SourceShape.Of(f)))]
        );
        PrintOver(SourceShape.Of(source));
        return 0;
    }

    /// <summary>Those just over the bar: the first to be split when it is missed.</summary>
    private static void PrintOver(SourceShape shape) =>
        Table.Print(
            "Just over 100 tokens",
            ["method", "tokens"],
            [
                .. shape
                    .Methods.Where(m => m.Tokens > 100)
                    .OrderBy(m => m.Tokens)
                    .Take(Listed)
                    .Select(m => new[] { m.Where, $"{m.Tokens}" }),
            ]
        );

    private static string[] Row(string name, SourceShape shape) =>
        [
            name,
            $"{shape.Methods.Count}",
            $"{shape.TokensAt(0.5)} / {shape.TokensAt(0.9)} / {shape.TokensAt(0.99)}",
            $"{shape.Methods.Count(m => m.Tokens > 100)}",
            $"{shape.CyclomaticAt(0.99)} / {shape.Methods.Max(m => m.Cyclomatic)}",
            $"{shape.TypesInOwnFile} of {shape.Types}",
            $"{shape.WideLines} of {shape.Lines}",
        ];
}
