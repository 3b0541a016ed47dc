namespace Inomya.Reminders;

/// <summary>How one round of the outbox went.</summary>
public readonly record struct MailRound(int Queued, int Sent, int Dropped, int Failed);
