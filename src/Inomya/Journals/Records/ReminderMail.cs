using NodaTime;

namespace Inomya.Journals;

/// <summary>A reminder on its way by mail. One row an occurrence, whatever happens: so it goes out once.</summary>
public sealed record ReminderMail
{
    public required Guid PersonId { get; init; }

    /// <summary>Made from the reminder and its occurrence: the same for the same.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it reminds of, such as "dose:ID:2"; never a name.</summary>
    public required string Reminder { get; init; }

    /// <summary>The person's day it is for.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>When the thing itself is due.</summary>
    public required Instant At { get; init; }

    /// <summary>
    /// When the mail may go out: later than <see cref="At"/> after a snooze, a quiet time or a failed try.
    /// </summary>
    public required Instant NotBefore { get; init; }
    public MailState State { get; init; }
    public int Tries { get; init; }
    public Instant? SentAt { get; init; }

    /// <summary>
    /// Last part of the locale key reminders.problem.KEY; null when nothing went wrong. Never the server's own text: it
    /// may hold an address.
    /// </summary>
    public string? Problem { get; init; }
}
