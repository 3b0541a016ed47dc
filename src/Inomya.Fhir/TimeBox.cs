using System.Diagnostics;
using Hl7.Fhir.Model;
using Hl7.FhirPath;

namespace Inomya.Fhir;

/// <summary>Stops FHIRPath that takes too long or grows too large: it is called at every step of an evaluation.</summary>
internal sealed class TimeBox(TimeSpan limit) : IDebugTracer
{
    private const int MaxSteps = 500_000;
    private const int MaxResult = 100_000;

    private readonly long _end = Stopwatch.GetTimestamp() + (long)(limit.TotalSeconds * Stopwatch.Frequency);
    private int _steps;

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
        if (++_steps > MaxSteps || Stopwatch.GetTimestamp() > _end)
            throw new TimeoutException("The expression takes too long.");
        if (result is ICollection<PocoNode> { Count: > MaxResult })
            throw new TimeoutException("The expression makes too many values.");
    }
}
