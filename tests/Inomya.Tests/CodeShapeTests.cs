using Inomya.Bench.Shape;
using Inomya.Tests.Support;

namespace Inomya.Tests;

/// <summary>What a reader takes in at once stays small: counted in tokens, since width hides what lines count.</summary>
public class CodeShapeTests
{
    private static readonly SourceShape Source = SourceShape.Of(Repository.Path("src"));

    [Fact]
    public void Nine_of_ten_methods_have_at_most_a_hundred_tokens() => Assert.InRange(Source.TokensAt(0.9), 1, 100);

    [Fact]
    public void Ninety_nine_of_a_hundred_methods_have_at_most_250_tokens() =>
        Assert.InRange(Source.TokensAt(0.99), 1, 250);

    [Fact]
    public void No_method_turns_more_than_twelve_ways() =>
        Assert.Empty(Source.Methods.Where(m => m.Cyclomatic > 12).Select(m => $"{m.Where}: {m.Cyclomatic}"));

    [Fact]
    public void A_type_stands_in_a_file_of_its_name() =>
        Assert.InRange(Source.TypesInOwnFile, 0.9 * Source.Types, Source.Types);

    [Fact]
    public void The_counter_sees_what_is_there()
    {
        var folder = Directory.CreateTempSubdirectory("shape").FullName;
        File.WriteAllText(
            Path.Combine(folder, "A.cs"),
            """
            class A
            {
                int F(bool a, int? b) => a && b is null ? 1 : b ?? 2;
                int G() { return 1; int H() => 2; }
            }
            class B;
            """
        );
        var shape = SourceShape.Of(folder);
        Directory.Delete(folder, recursive: true);
        Assert.Equal(
            ["F 12 4", "G 10 1", "H 2 1"],
            shape.Methods.Select(m => $"{m.Where.Split(' ')[1]} {m.Tokens} {m.Cyclomatic}")
        );
        Assert.Equal((2, 1), (shape.Types, shape.TypesInOwnFile));
    }
}
