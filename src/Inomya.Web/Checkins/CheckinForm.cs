using System.Text.Json;
using Inomya.Checkins;
using Inomya.Journals;
using Inomya.Vocabulary;
using Inomya.Web.Offline;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Checkins;

/// <summary>The names of the fields of a check-in, and what they say when they are sent.</summary>
public static class CheckinForm
{
    public const string Areas = "areas",
        AllAreas = "areas-all",
        Different = "different",
        DifferentRest = "different-rest",
        AllTaken = "taken-all",
        Note = "note";

    /// <summary>Questions that stay the same, confirmed together: "stress=3&amp;sleep_hours=7".</summary>
    public const string Steady = "steady";

    /// <summary>Answers in one line of text, typed or dictated.</summary>
    public const string Said = "said";

    public static string Field(string measure) => $"m-{measure}";

    public static string RegionField(string region) => $"r-{region}";

    public static string CourseField(Guid course) => $"c-{course:N}";

    /// <summary>The courses that a form answers for.</summary>
    public static IEnumerable<Guid> CoursesIn(IFormCollection form)
    {
        foreach (var (name, values) in form)
            if (
                name.StartsWith("c-", StringComparison.Ordinal)
                && Guid.TryParseExact(name[2..], "N", out var id)
                && !string.IsNullOrEmpty(values)
            )
                yield return id;
    }

    /// <summary>Reads a form that was sent.</summary>
    /// <param name="asked">The measures that the form asks.</param>
    /// <param name="courses">Those that the form asks about.</param>
    /// <param name="day">The day of the form: what is not due on it is not "all taken".</param>
    /// <param name="errors">Fields that could not be read or recorded, with the last part of the locale key checkin.error.WHY.</param>
    public static CheckinAnswers Read(
        IFormCollection form,
        IReadOnlyList<Measure> asked,
        IReadOnlyList<BodyRegion> regions,
        IReadOnlyList<Course> courses,
        LocalDate day,
        out IReadOnlyList<(string Field, Question Question, string Why)> errors
    )
    {
        var reader = new CheckinFormReader(form, asked);
        reader.ReadMeasures();
        reader.ReadRegions(regions);
        reader.ReadSteady();
        errors = reader.Wrong;
        return new CheckinAnswers
        {
            Values = reader.Values,
            NoteAsked = form.ContainsKey(Note),
            Note = form[Note],
            Intakes = courses.ToDictionary(c => c.Id, c => IntakeOf(form, c, day)),
        };
    }

    /// <summary>What goes into <see cref="KeptFields.Seen"/>.</summary>
    public static string Write(CheckinAnswers seen) =>
        JsonSerializer.Serialize(
            new SeenDay(
                seen.Values.Where(v => v.Value is not null).ToDictionary(v => KeyOf(v.Key), v => v.Value!.Value),
                seen.Intakes.Where(i => i.Value is not null).ToDictionary(i => i.Key, i => i.Value!.Value.ToString()),
                seen.Note
            )
        );

    /// <summary>What the day held when a form was made; null when the form does not say.</summary>
    /// <param name="read">Reads another form: what an unsent form before this one said is what this one started from.</param>
    public static CheckinAnswers? SeenIn(IFormCollection form, Func<IFormCollection, CheckinAnswers> read)
    {
        if (KeptFields.Before(form) is { } before)
            return read(before);
        if (form[KeptFields.Seen].ToString() is not { Length: > 0 } text)
            return null;
        try
        {
            return JsonSerializer.Deserialize<SeenDay>(text) is { } seen ? AnswersOf(seen) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CheckinAnswers AnswersOf(SeenDay seen) =>
        new()
        {
            Values = (seen.Values ?? []).ToDictionary(v => QuestionOf(v.Key), v => (double?)v.Value),
            Intakes = (seen.Intakes ?? []).ToDictionary(i => i.Key, i => StatusOf(i.Value)),
            Note = seen.Note,
        };

    private static IntakeStatus? StatusOf(string name) =>
        Enum.TryParse<IntakeStatus>(name, out var status) && Enum.IsDefined(status) ? status : null;

    /// <summary>The field in which the person says which of two answers is right.</summary>
    public static string ChoiceField(Conflict conflict) =>
        $"right-{(conflict.Question is { } question ? KeyOf(question) : conflict.Course!.Value.ToString("N"))}";

    private static string KeyOf(Question question) =>
        question.Region is null ? question.Measure : $"{question.Measure}/{question.Region}";

    private static Question QuestionOf(string key) =>
        key.Split('/') is [var measure, var region] ? new(measure, region) : new(key);

    private sealed record SeenDay(Dictionary<string, double>? Values, Dictionary<Guid, string>? Intakes, string? Note);

    private static IntakeStatus? IntakeOf(IFormCollection form, Course course, LocalDate day) =>
        Enum.TryParse<IntakeStatus>(form[CourseField(course.Id)], ignoreCase: true, out var status)
        && Enum.IsDefined(status)
            ? status
        : form.ContainsKey(AllTaken) && DayCourses.IsDue(course, day) ? IntakeStatus.Taken
        : null;
}
