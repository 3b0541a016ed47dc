namespace Inomya.Questionnaires;

/// <summary>A condition on the answer to another item.</summary>
/// <param name="Operator">exists, =, !=, &gt;, &lt;, &gt;= or &lt;=.</param>
public sealed record EnableWhen(string Question, string Operator, AnswerValue Answer);
