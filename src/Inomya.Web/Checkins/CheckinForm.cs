using System.Globalization;
using Inomya.Checkins;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Vocabulary;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Checkins;

/// <summary>The names of the fields of a check-in, and what they say when they are sent.</summary>
public static class CheckinForm
{
    public const string Areas = "areas", AllAreas = "areas-all", Different = "different", DifferentRest = "different-rest", AllTaken = "taken-all", Note = "note";

    public static string Field(string measure) => $"m-{measure}";

    public static string RegionField(string region) => $"r-{region}";

    public static string CourseField(Guid course) => $"c-{course:N}";

    /// <summary>Reads a form that was sent.</summary>
    /// <param name="asked">The measures that the form asks.</param>
    /// <param name="errors">Fields that could not be read or recorded, with the last part of the locale key checkin.error.WHY.</param>
    public static CheckinAnswers Read(
        IFormCollection form, IReadOnlyList<Measure> asked, IReadOnlyList<BodyRegion> regions, IReadOnlyList<Course> courses, out IReadOnlyList<(string Field, Question Question, string Why)> errors)
    {
        var wrong = new List<(string, Question, string)>();
        var values = new Dictionary<Question, double?>();
        foreach (var measure in asked)
            if (measure is { Ask: "different", Kind: MeasureKind.YesNo }) values[new(measure.Id)] = Ticked(form, Different, DifferentRest, measure.Id);
            else if (form.ContainsKey(Field(measure.Id))) ReadNumber(Field(measure.Id), new(measure.Id), measure);
        foreach (var region in regions)
        {
            values[new(Checkin.PainArea, region.Id)] = Ticked(form, Areas, AllAreas, region.Id);
            if (form.ContainsKey(RegionField(region.Id))) ReadNumber(RegionField(region.Id), new("pain", region.Id), asked.First(m => m.Id == "pain"));
        }
        errors = wrong;
        return new CheckinAnswers
        {
            Values = values, NoteAsked = form.ContainsKey(Note), Note = form[Note],
            Intakes = courses.ToDictionary(c => c.Id, c => IntakeOf(form, c)),
        };

        void ReadNumber(string field, Question question, Measure measure)
        {
            if (!Design.NumberField.TryRead(form[field], out var value)) wrong.Add((field, question, "not-a-number"));
            else if (value is { } v && measure.Refuses(v) is { } why) wrong.Add((field, question, why));
            else values[question] = value;
        }
    }

    /// <summary>Ticked is 1; not ticked is 0 where the person said that the ticked ones are all, and otherwise not recorded.</summary>
    private static double? Ticked(IFormCollection form, string list, string all, string id) =>
        form[list].Contains(id) ? 1 : form.ContainsKey(all) ? 0 : null;

    private static IntakeStatus? IntakeOf(IFormCollection form, Course course) =>
        Enum.TryParse<IntakeStatus>(form[CourseField(course.Id)], ignoreCase: true, out var status) ? status
        : form.ContainsKey(AllTaken) && !course.AsNeeded ? IntakeStatus.Taken
        : null;
}
