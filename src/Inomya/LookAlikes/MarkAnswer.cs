using Inomya.Journals;
using NodaTime;

namespace Inomya.LookAlikes;

/// <summary>What a person says of one item of content, on its way into the journal.</summary>
/// <param name="Answer">Null takes the mark back.</param>
public sealed record MarkAnswer(
    MarkKind Kind,
    string Subject,
    string? Answer,
    string? When = null,
    string? By = null,
    string? Text = null
)
{
    /// <summary>
    /// Adds it to a draft: a new mark, a new version of the one there, its removal, or nothing when nothing changes.
    /// </summary>
    /// <param name="marks">The current marks.</param>
    public void AddTo(Draft draft, IReadOnlyList<Mark> marks, LocalDate today)
    {
        var current = marks.FirstOrDefault(m => m.Kind == Kind && m.Subject == Subject);
        if (Answer is null)
        {
            if (current is not null)
                draft.Remove(current);
            return;
        }
        if (current is not null && (current.Answer, current.When, current.By, current.Text) == (Answer, When, By, Text))
            return;
        var mark = new Mark
        {
            Id = Mark.IdOf(Kind, Subject),
            Kind = Kind,
            Subject = Subject,
            Answer = Answer,
            Day = today,
            When = When,
            By = By,
            Text = Text,
        };
        if (current is null)
            draft.Add(mark);
        else
            draft.Correct(current, mark);
    }
}
