using Hl7.Fhir.Model;
using Hl7.FhirPath;

namespace Inomya.Fhir;

/// <summary>Stops FHIRPath that does too much or grows too large: it is called at every step of an evaluation.</summary>
/// <remarks>Steps are counted, never seconds: a busy machine must not refuse a good form.</remarks>
internal sealed class StepLimit : IDebugTracer
{
    private const int MaxSteps = 500_000;
    private const int MaxResult = 100_000;
    private const int MaxText = 1_000_000;

    private int _steps;

    /// <exception cref="FormLimitException">The expressions of the form together do more than that.</exception>
    public void TraceCall(
        Hl7.FhirPath.Expressions.Expression expr,
        int contextId,
        IEnumerable<PocoNode> focus,
        IEnumerable<PocoNode> thisValue,
        PocoNode index,
        IEnumerable<PocoNode> totalValue,
        IEnumerable<PocoNode> result,
        IEnumerable<KeyValuePair<string, IEnumerable<PocoNode>>> variables
    )
    {
        if (++_steps > MaxSteps)
            throw new FormLimitException("The expressions of the form need too many steps.");
        if (result is not ICollection<PocoNode> values)
            return;
        if (values.Count > MaxResult)
            throw new FormLimitException("The expression makes too many values.");
        if (values.Count == 1 && values.First().Poco is PrimitiveType { JsonValue: string { Length: > MaxText } })
            throw new FormLimitException("The expression makes too long a text.");
    }
}
