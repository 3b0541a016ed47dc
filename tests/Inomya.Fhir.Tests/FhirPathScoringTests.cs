using Inomya.Questionnaires;
using Inomya.Tests.Questionnaires;

namespace Inomya.Fhir.Tests;

public class FhirPathScoringTests
{
    public static TheoryData<string> Ids => Vectors.Ids;

    private static readonly Dictionary<string, Calculator> Calculators = Vectors.Instruments.All.ToDictionary(
        i => i.Id,
        i => new Calculator(i.Form.Value, trusted: true)
    );

    public static TheoryData<string> IdsOfOthers => Vectors.IdsOfOthers;

    [Theory, MemberData(nameof(Ids)), MemberData(nameof(IdsOfOthers))]
    public void Every_vector_is_scored_as_expected(string id)
    {
        var (instrument, rule) = Vectors.RuleOf(id);
        var calculation = Calculators[instrument.Id].Calculate(Vectors.Answers(id), FormView.All);
        Assert.Empty(calculation.Failed);
        Vectors.Agree(id, name => calculation.Score(rule, name));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Both_implementations_agree_when_answers_are_left_out(string id)
    {
        var (instrument, rule) = Vectors.RuleOf(id);
        var full = Vectors.Answers(id);
        foreach (var left in full.Places.ToList())
        {
            var kept = full.At(left);
            full.Set(left);
            var native = Scoring.Score(rule, full.ForScoring(FormView.All), instrument.Meaning);
            var calculation = Calculators[instrument.Id].Calculate(full, FormView.All);
            foreach (var (name, value) in native)
                Assert.True(
                    Same(value, calculation.Score(rule, name)),
                    $"{id} without {left}, {name}: native {value ?? "null"}, FHIRPath {calculation.Score(rule, name) ?? "null"}"
                );
            full.Set(left, kept);
        }
    }

    private static bool Same(object? a, object? b) =>
        a is double x && b is double y ? Math.Abs(x - y) < 1e-6 : Equals(a, b);
}
