using Inomya.Journals;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Reminders;

/// <summary>One time at which the person wanted to be reminded of one thing.</summary>
/// <param name="Reminder">What of; the same on every day, such as "dose:ID:2". Never a name.</param>
/// <param name="Day">
/// The person's day it is for. With <paramref name="Reminder"/> it makes this occurrence the same one, whatever the
/// clocks do.
/// </param>
/// <param name="At">When the thing itself is due.</param>
/// <param name="RemindAt">When to say so: earlier for an appointment.</param>
/// <param name="Name">Shown only where the person chose that names may be; null for the check-in.</param>
public sealed record Occurrence(
    ReminderKind Kind,
    string Reminder,
    LocalDate Day,
    Instant At,
    Instant RemindAt,
    string? Name
)
{
    /// <summary>The same for the same occurrence, on every machine and after every restart.</summary>
    public Guid Id => IdOf(Reminder, Day);

    public static Guid IdOf(string reminder, LocalDate day, string? again = null) =>
        Recorded.ImportId("reminder", reminder, LocalDatePattern.Iso.Format(day), again ?? "");
}
