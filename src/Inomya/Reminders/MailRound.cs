namespace Inomya.Reminders;

/// <summary>How one round of the outbox went.</summary>
public readonly record struct MailRound(int Queued, int Sent, int Dropped, int Failed)
{
    /// <summary>Of two people together.</summary>
    public static MailRound operator +(MailRound one, MailRound other) =>
        new(one.Queued + other.Queued, one.Sent + other.Sent, one.Dropped + other.Dropped, one.Failed + other.Failed);
}
