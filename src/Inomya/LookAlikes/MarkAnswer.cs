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
        if (current is null && Answer is not null)
            draft.Add(MarkOf(Answer, today));
        else if (current is not null && Answer is null)
            draft.Remove(current);
        else if (current is not null && Answer is not null && !Says(current))
            draft.Correct(current, MarkOf(Answer, today));
    }

    private bool Says(Mark mark) => (mark.Answer, mark.When, mark.By, mark.Text) == (Answer, When, By, Text);

    private Mark MarkOf(string answer, LocalDate today) =>
        new()
        {
            Id = Mark.IdOf(Kind, Subject),
            Kind = Kind,
            Subject = Subject,
            Answer = answer,
            Day = today,
            When = When,
            By = By,
            Text = Text,
        };
}
