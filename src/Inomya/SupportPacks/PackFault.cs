using System.Text.Json;
using Inomya.Content;

namespace Inomya.SupportPacks;

/// <summary>What is wrong with a pack, and where.</summary>
/// <param name="File">Its name without the folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="Field">The field it is about; empty for the file as a whole.</param>
/// <param name="Value">What else the sentence needs, such as the words that may stand there.</param>
public sealed record PackFault(string File, long Line, PackProblem Problem, string Field = "", string Value = "")
{
    /// <summary>Place and cause in the language of the words.</summary>
    public string In(Words words)
    {
        var problem = JsonNamingPolicy.KebabCaseLower.ConvertName(Problem.ToString());
        var why = words[$"support.fault.{problem}", ("field", Field), ("value", Value)];
        return words["support.fault", ("file", File), ("line", Line), ("why", why)];
    }
}
