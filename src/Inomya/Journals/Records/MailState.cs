namespace Inomya.Journals;

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
