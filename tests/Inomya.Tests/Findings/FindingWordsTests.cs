using Inomya.Analysis;
using Inomya.Content;
using Inomya.Findings;

namespace Inomya.Tests.Findings;

/// <summary>Whatever the engine says, there are words for it.</summary>
public class FindingWordsTests
{
    private static readonly Words Words = new(new ContentFolder());

    public static TheoryData<DeclineReason> Reasons => [.. Enum.GetValues<DeclineReason>()];

    public static TheoryData<Analysed> Subjects => [.. Enum.GetValues<Analysed>()];

    [Theory, MemberData(nameof(Reasons))]
    public void Every_reason_to_decline_can_be_told(DeclineReason reason) =>
        Assert.NotEmpty(AnalysisFiles.WhyOf(new Declined(Analysed.Trigger, "stress", reason, 3, 10), Words));

    [Theory, MemberData(nameof(Subjects))]
    public void Everything_that_can_be_declined_has_a_name(Analysed what) =>
        Assert.NotEmpty(AnalysisFiles.WhatOf(new Declined(what, null, DeclineReason.TooFewDays), Words));

    [Fact]
    public void Every_strength_and_verdict_has_words()
    {
        foreach (var strength in Enum.GetValues<Strength>().Where(s => s != Strength.None))
            Assert.NotEmpty(
                Words[$"strength.{AnalysisFiles.Key(strength)}"]
                    + Words[$"findings.strength.{AnalysisFiles.Key(strength)}"]
            );
        foreach (var verdict in Enum.GetValues<Verdict>())
            Assert.NotEmpty(Words[$"verdict.{AnalysisFiles.Key(verdict)}"]);
    }
}
