using NodaTime;

namespace Inomya.Journals;

/// <summary>A visit to come, or one that was.</summary>
public sealed record Appointment : Recorded
{
    /// <summary>With whom or for what, in the person's words.</summary>
    public required string With { get; init; }

    /// <summary>The calendar day where the person then is.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Time on the wall clock there; null when only the day is known.</summary>
    public LocalTime? Time { get; init; }
    public string? Place { get; init; }
    public string? Note { get; init; }
}

/// <summary>How far a reminder by mail has come.</summary>
public enum MailState
{
    /// <summary>Waits for its time, or for the mail server.</summary>
    Queued,

    /// <summary>
    /// Is being handed over. Found like this after a crash, it may or may not have gone; it is not sent again.
    /// </summary>
    Sending,
    Sent,

    /// <summary>
    /// Was not sent since there was no need any more: done already, snoozed, switched off, or too late.
    /// </summary>
    Dropped,
}

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
