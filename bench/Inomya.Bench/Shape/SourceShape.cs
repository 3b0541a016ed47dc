using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inomya.Bench.Shape;

/// <summary>What a folder of C# asks of its reader, counted on the syntax and not on the layout.</summary>
/// <param name="Methods">Every body: methods, constructors, operators, accessors, local functions.</param>
/// <param name="Types">Types that stand by themselves, not inside another.</param>
/// <param name="TypesInOwnFile">Those whose file has their name (Name.cs or Name.Topic.cs).</param>
/// <param name="Lines">Lines of all files.</param>
/// <param name="WideLines">Those of more than 120 characters.</param>
public sealed record SourceShape(
    IReadOnlyList<MethodShape> Methods,
    int Types,
    int TypesInOwnFile,
    int Lines,
    int WideLines
)
{
    private const int Width = 120;

    /// <summary>Reads every file of a folder but the generated migrations.</summary>
    public static SourceShape Of(string folder)
    {
        var files = Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => new SourceFile(f, Path.GetRelativePath(folder, f)))
            .ToList();
        return new SourceShape(
            [.. files.SelectMany(f => f.Methods)],
            files.Sum(f => f.Types.Count),
            files.Sum(f => f.Types.Count(t => t == f.Stem)),
            files.Sum(f => f.Lines.Length),
            files.Sum(f => f.Lines.Count(l => l.Length > Width))
        );
    }

    /// <param name="part">0.9: nine of ten methods are at or below the answer.</param>
    public int TokensAt(double part) => At(m => m.Tokens, part);

    /// <inheritdoc cref="TokensAt"/>
    public int CyclomaticAt(double part) => At(m => m.Cyclomatic, part);

    private int At(Func<MethodShape, int> size, double part)
    {
        var sorted = Methods.Select(size).Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))];
    }

    private sealed class SourceFile
    {
        private readonly string _name;
        private readonly SyntaxNode _root;

        public SourceFile(string path, string name)
        {
            var text = File.ReadAllText(path);
            (_name, Lines) = (name, text.Split('\n'));
            _root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        }

        public string[] Lines { get; }

        public string Stem => Path.GetFileName(_name).Split('.')[0];

        public IReadOnlyList<string> Types =>
            [
                .. _root
                    .DescendantNodes()
                    .OfType<BaseTypeDeclarationSyntax>()
                    .Where(t => t.Parent is not TypeDeclarationSyntax)
                    .Select(t => t.Identifier.Text),
            ];

        public IEnumerable<MethodShape> Methods =>
            from node in _root.DescendantNodes()
            let body = BodyOf(node)
            where body is not null
            select new MethodShape($"{_name} {NameOf(node)}", Tokens(body), Cyclomatic(body));

        private static SyntaxNode? BodyOf(SyntaxNode node) =>
            node switch
            {
                BaseMethodDeclarationSyntax m => (SyntaxNode?)m.Body ?? m.ExpressionBody,
                AccessorDeclarationSyntax a => (SyntaxNode?)a.Body ?? a.ExpressionBody,
                LocalFunctionStatementSyntax l => (SyntaxNode?)l.Body ?? l.ExpressionBody,
                PropertyDeclarationSyntax p => p.ExpressionBody,
                _ => null,
            };

        private static string NameOf(SyntaxNode node) =>
            node switch
            {
                MethodDeclarationSyntax m => m.Identifier.Text,
                LocalFunctionStatementSyntax l => l.Identifier.Text,
                PropertyDeclarationSyntax p => p.Identifier.Text,
                _ => node.Kind().ToString(),
            };

        private static List<LocalFunctionStatementSyntax> Inner(SyntaxNode body) =>
            [.. body.DescendantNodes().OfType<LocalFunctionStatementSyntax>()];

        private static int Tokens(SyntaxNode body) =>
            body.DescendantTokens().Count() - Inner(body).Sum(l => BodyOf(l)!.DescendantTokens().Count());

        private static int Cyclomatic(SyntaxNode body)
        {
            var inner = Inner(body);
            return 1 + body.DescendantNodes().Count(n => Turns(n) && !inner.Any(l => l.Span.Contains(n.Span)));
        }

        private static bool Turns(SyntaxNode node) =>
            node
                is IfStatementSyntax
                    or ForStatementSyntax
                    or CommonForEachStatementSyntax
                    or WhileStatementSyntax
                    or DoStatementSyntax
                    or CaseSwitchLabelSyntax
                    or CasePatternSwitchLabelSyntax
                    or SwitchExpressionArmSyntax
                    or ConditionalExpressionSyntax
                    or CatchClauseSyntax
            || node.Kind()
                is SyntaxKind.LogicalAndExpression
                    or SyntaxKind.LogicalOrExpression
                    or SyntaxKind.CoalesceExpression;
    }
}
