namespace Inomya.Questionnaires;

/// <summary>A group that repeats, as it stands around one question.</summary>
/// <param name="Place">Where its repetitions are counted.</param>
/// <param name="Depth">How many groups that repeat stand around it.</param>
public sealed record GroupRepeat(Place Place, FormItem Group, int Depth)
{
    /// <summary>
    /// The groups that may stand there once more after a question, the innermost first: it is the last of their last
    /// repetition.
    /// </summary>
    /// <param name="questions">As <see cref="FormFlow.Questions"/> gives them.</param>
    public static IReadOnlyList<GroupRepeat> After(FormAnswers answers, IReadOnlyList<ShownItem> questions, int at)
    {
        var next = at + 1 < questions.Count ? questions[at + 1] : null;
        return
        [
            .. Around(questions[at])
                .Where(g => g.IsLast(answers, questions[at]) && !g.Holds(next, questions[at]) && g.MayRepeat(answers))
                .Reverse(),
        ];
    }

    private static IEnumerable<GroupRepeat> Around(ShownItem question) =>
        question
            .Above.Where(i => i.IsRepeatingGroup)
            .Select(
                (group, depth) =>
                    new GroupRepeat(
                        new Place(group.LinkId, string.Join('.', StepsOf(question).Take(depth))),
                        group,
                        depth
                    )
            );

    private bool IsLast(FormAnswers answers, ShownItem question) =>
        StepsOf(question)[Depth] == $"{answers.RepeatsOf(Place) - 1}";

    /// <summary>The same repetition holds both.</summary>
    private bool Holds(ShownItem? next, ShownItem question) =>
        next is not null
        && next.Above.Any(a => a.LinkId == Group.LinkId)
        && StepsOf(next).Take(Depth + 1).SequenceEqual(StepsOf(question).Take(Depth + 1));

    private bool MayRepeat(FormAnswers answers) =>
        answers.RepeatsOf(Place) < Math.Min(Group.MaxOccurs ?? FormAnswers.MaxRepeats, FormAnswers.MaxRepeats);

    private static string[] StepsOf(ShownItem question) => question.Place.Repeat.Split('.');
}
