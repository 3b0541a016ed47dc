using Inomya.Analysis;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Programmes;

/// <summary>The first day of a programme, and after how many weeks what is judged.</summary>
/// <param name="Outcome">Name of the column.</param>
public sealed record JudgedStart(Enrolment Enrolment, int Weeks, string Outcome)
{
    /// <summary>The draw was tested at an earlier week: a second test of it would find something by chance more often.</summary>
    public bool DrawWasTold { get; init; }

    /// <summary>The first day on which it may be told.</summary>
    public LocalDate On => Enrolment.Start.PlusWeeks(Weeks);

    /// <summary>As the analysis takes it: begun on a day, and kept on; ended where the person left it.</summary>
    internal TreatmentCourse Course(string name) =>
        new(name, Enrolment.Start.ToEpochDay(), LastDay?.ToEpochDay()) { Draw = Draw };

    private LocalDate? LastDay => Enrolment.EndedFor == EndReason.Left ? Enrolment.EndedOn : null;

    /// <summary>Null where the first day was chosen, for a draw that no rule allows, and where it was told before.</summary>
    private StartDraw? Draw =>
        !DrawWasTold && Enrolment.Drawn is { Days: >= StartDraw.FewestDays and <= StartDraw.MostDays } drawn
            ? new StartDraw(drawn.From.ToEpochDay(), drawn.Days, drawn.Seed)
            : null;
}
