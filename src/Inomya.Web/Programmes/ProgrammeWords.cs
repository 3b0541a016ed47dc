using Inomya.Content;
using Inomya.Programmes;

namespace Inomya.Web.Programmes;

/// <summary>Where a programme stands, in words; never late, never a grade of the person.</summary>
public static class ProgrammeWords
{
    /// <summary>One line: not begun yet, resting, which week and how many steps, or done.</summary>
    public static string StateOf(Words words, Underway at) =>
        at switch
        {
            { IsResting: true } => words["programmes.state.resting"],
            { IsWaiting: true } => words["programmes.state.waiting", ("day", at.Enrolment.Start)],
            { HasEnded: true, Enrolment.EndedFor: EndReason.Finished } => words[
                "programmes.state.finished",
                ("day", at.Enrolment.EndedOn)
            ],
            { HasEnded: true } => words["programmes.state.left", ("day", at.Enrolment.EndedOn)],
            _ => words["programmes.state.on", ("week", at.Week), ("done", at.StepsDone), ("all", at.Steps.Count)],
        };

    /// <summary>About how long a form takes: "about 10 minutes".</summary>
    public static string Minutes(Words words, int minutes) => words.Count("programmes.minutes", minutes);
}
