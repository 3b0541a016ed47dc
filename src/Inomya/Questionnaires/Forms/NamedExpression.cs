namespace Inomya.Questionnaires;

/// <summary>A named FHIRPath expression, seen by the item it stands on and those below it.</summary>
public sealed record NamedExpression(string Name, string Expression);
