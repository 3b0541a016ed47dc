namespace Inomya.Bench.Shape;

/// <summary>Prints how the code reads, folder by folder.</summary>
internal static class ShapeBench
{
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
        return 0;
    }

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
