using System.Globalization;
using System.Runtime.CompilerServices;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Exports;

/// <summary>What happened, a row each: treatments, doses, flares, visits, notes, movement, food and costs.</summary>
/// <remarks>What a person wrote for themselves (<see cref="Worksheet"/>) is in no table for others: only the archive has it.</remarks>
internal sealed class Events(Journal journal)
{
    private Dictionary<Guid, string> _treatments = [];

    public async IAsyncEnumerable<EventRow> EachAsync([EnumeratorCancellation] CancellationToken stop)
    {
        _treatments = (await journal.AllAsync<Treatment>(stop)).ToDictionary(t => t.Id, t => t.Name);
        foreach (
            var kind in (IAsyncEnumerable<EventRow>[])
                [
                    Each<Course>(OfCourse, stop),
                    Each<Intake>(OfIntake, stop),
                    Each<SideEffect>(OfSideEffect, stop),
                    Each<Flare>(OfFlare, stop),
                    Each<Appointment>(OfAppointment, stop),
                    Each<MovementSession>(OfMovement, stop),
                    Each<Activity>(OfActivity, stop),
                    Each<Meal>(OfMeal, stop),
                    Each<Drink>(OfDrink, stop),
                    Each<Cost>(OfCost, stop),
                    Each<HistoryItem>(OfHistory, stop),
                    Each<Allergy>(OfAllergy, stop),
                    Each<Note>(OfNote, stop),
                ]
        )
        await foreach (var row in kind)
            yield return row;
    }

    private IAsyncEnumerable<EventRow> Each<T>(Func<T, EventRow> row, CancellationToken stop)
        where T : Recorded => journal.EachAsync<T>(stop).Select(row);

    private EventRow OfCourse(Course course) =>
        Of("course", course, course.Start) with
        {
            End = Written.Day(course.End),
            Name = NameOf(course.TreatmentId),
            Value = Written.Number(course.Schedule.FirstDose),
            Unit = course.Schedule.Unit,
            Status = course.AsNeeded ? "as-needed" : "by-plan",
            Text = course.StopReason,
        };

    private EventRow OfIntake(Intake intake) =>
        Of("intake", intake, intake.Day) with
        {
            At = intake.At,
            Name = NameOf(intake.TreatmentId),
            Value = Written.Number(intake.Amount),
            Unit = intake.AmountUnit,
            Status = Small(intake.Status),
            Text = intake.AsWritten,
            Source = intake.Source,
        };

    private EventRow OfSideEffect(SideEffect effect) =>
        Of("side-effect", effect, effect.Day) with
        {
            Name = NameOf(effect.TreatmentId),
            Value = Written.Number(effect.Severity),
            Text = effect.Text,
        };

    private static EventRow OfFlare(Flare flare) =>
        Of("flare", flare, flare.Start) with
        {
            End = Written.Day(flare.End),
            Value = Written.Number(flare.Worst),
            Text = flare.Before,
        };

    private EventRow OfAppointment(Appointment appointment) =>
        Of("appointment", appointment, appointment.Day) with
        {
            At = appointment.Time is { } time ? journal.Days.At(appointment.Day + time).ToInstant() : null,
            Name = appointment.With,
            Text = appointment.Note,
        };

    private static EventRow OfMovement(MovementSession session) =>
        Of("movement", session, session.Day) with
        {
            Name = Small(session.Kind),
            Value = Written.Number(session.Minutes),
            Unit = session.Minutes is null ? null : "min",
            Status = session.After,
            Text = session.Text,
        };

    private static EventRow OfActivity(Activity activity) =>
        Of("activity", activity, activity.Day) with
        {
            Name = Small(activity.Kind),
            Value = Written.Number(activity.Units),
            Unit = "{units}",
            Text = activity.Text,
        };

    private static EventRow OfMeal(Meal meal) =>
        Of("meal", meal, meal.Day) with
        {
            At = meal.At,
            Name = meal.Name,
            Status = meal.Tags,
        };

    private static EventRow OfDrink(Drink drink) =>
        Of("drink", drink, drink.Day) with
        {
            At = drink.At,
            Name = drink.What,
            Value = Written.Number(drink.Millilitres),
            Unit = "mL",
        };

    private static EventRow OfCost(Cost cost) =>
        Of("cost", cost, cost.Day) with
        {
            Name = Small(cost.Kind),
            Value = cost.Amount?.ToString(CultureInfo.InvariantCulture) ?? Written.Number(cost.Hours),
            Unit = cost.Amount is null ? "h" : cost.Currency,
            Text = cost.Text,
        };

    private static EventRow OfHistory(HistoryItem item) =>
        Of("history", item, null) with
        {
            Start = item.Since,
            End = item.Until,
            Name = Small(item.Kind),
            Text = item.Text,
        };

    private static EventRow OfAllergy(Allergy allergy) =>
        Of("allergy", allergy, null) with
        {
            Name = allergy.Name,
            Text = allergy.Reaction,
        };

    private static EventRow OfNote(Note note) =>
        Of("note", note, note.Day) with
        {
            Text = note.Text,
            Source = note.Source,
        };

    private static EventRow Of(string kind, Recorded fact, LocalDate? day) =>
        new(kind, fact.Id, fact.PersonId, fact.ChangeId) { Start = Written.Day(day) };

    private string? NameOf(Guid treatment) => _treatments.GetValueOrDefault(treatment);

    private static string Small(Enum value) =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
