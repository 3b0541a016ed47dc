using System.Collections.Immutable;
using Inomya.Journals;
using NodaTime;
using NodaTime.Text;

namespace Inomya.FirstWeeks;

/// <summary>On which day which step was done or put off by the person: a choice of theirs, kept as a setting.</summary>
public sealed record StepNotes(ImmutableSortedDictionary<string, LocalDate> Days)
{
    public static readonly SettingKey Setting = new("first-weeks");

    /// <summary>Of the choices of a person. What cannot be read is left out: the step is offered again, and nothing is lost.</summary>
    public static StepNotes Of(IReadOnlyDictionary<SettingKey, string> settings) =>
        new(
            (settings.GetValueOrDefault(Setting) ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(part => part.Split('='))
                .Where(part => part.Length == 2)
                .Select(part => (Step: part[0], Day: LocalDatePattern.Iso.Parse(part[1])))
                .Where(note => note.Day.Success)
                .DistinctBy(note => note.Step)
                .ToImmutableSortedDictionary(note => note.Step, note => note.Day.Value)
        );

    public StepNotes With(string step, LocalDate day) => new(Days.SetItem(step, day));

    /// <summary>As it is kept.</summary>
    public override string ToString() =>
        string.Join(' ', Days.Select(note => $"{note.Key}={LocalDatePattern.Iso.Format(note.Value)}"));
}
