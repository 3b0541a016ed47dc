using CsCheck;
using Inomya.Checkins;

namespace Inomya.Tests.Checkins;

/// <summary>A form that was made before someone else changed the day.</summary>
public class MergeTests
{
    private static readonly string[] Measures = ["pain", "fatigue", "stress"];

    private static readonly Gen<CheckinAnswers> Day = Gen.Int[-1, 3]
        .Array[Measures.Length]
        .Select(values => new CheckinAnswers
        {
            Values = Measures
                .Zip(values)
                .ToDictionary(v => new Question(v.First), v => v.Second < 0 ? (double?)null : v.Second),
        });

    private static double? Of(CheckinAnswers day, string measure) => day.Values.GetValueOrDefault(new(measure));

    [Fact]
    public void Nothing_that_came_from_elsewhere_is_taken_out_or_replaced_unasked() =>
        Gen.Select(Day, Day, Day)
            .Sample(
                (seen, now, given) =>
                {
                    var (answers, conflicts) = Checkin.Merge(seen, now, given);
                    foreach (var measure in Measures.Where(m => Of(seen, m) != Of(now, m)))
                    {
                        var written = answers.Values.TryGetValue(new(measure), out var value);
                        Assert.True(!written || value == Of(now, measure));
                        Assert.Equal(
                            Of(given, measure) != Of(seen, measure) && Of(given, measure) != Of(now, measure),
                            conflicts.Any(c => c.Question == new Question(measure))
                        );
                    }
                }
            );

    [Fact]
    public void Where_nobody_else_changed_anything_the_form_counts_in_full() =>
        Gen.Select(Day, Day)
            .Sample(
                (seen, given) =>
                {
                    var (answers, conflicts) = Checkin.Merge(seen, seen, given);
                    Assert.Empty(conflicts);
                    Assert.All(Measures, m =>
                        Assert.Equal(Of(given, m), answers.Values.GetValueOrDefault(new(m), Of(seen, m)))
                    );
                }
            );

    [Theory]
    [InlineData(null, null, "mine", true, "mine")]
    [InlineData(null, "theirs", "mine", true, "theirs\n\nmine")]
    [InlineData("old", "old", "", true, "")]
    [InlineData("old", "theirs", "old", false, null)]
    public void Two_notes_are_both_kept(string? seen, string? now, string given, bool written, string? expected)
    {
        var (answers, _) = Checkin.Merge(
            new() { Note = seen },
            new() { Note = now },
            new() { NoteAsked = true, Note = given }
        );
        Assert.Equal(written, answers.NoteAsked);
        if (written)
            Assert.Equal(expected, answers.Note);
    }
}
