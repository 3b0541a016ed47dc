namespace Inomya.Reminders;

public enum ReminderKind
{
    Dose,
    Exercise,
    Checkin,
    Appointment,
}
