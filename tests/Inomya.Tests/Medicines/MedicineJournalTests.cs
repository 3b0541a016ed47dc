using Inomya.Journals;
using Inomya.Medicines;
using Inomya.Treatments;
using NodaTime;
using NodaTime.Testing;

namespace Inomya.Tests.Medicines;

/// <summary>Doses, allergies and the list for the check, through both storages.</summary>
public class MedicineJournalTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    public static TheoryData<string> Storages => Storage.Both;

    [Theory, MemberData(nameof(Storages))]
    public async Task A_dose_of_its_own_goes_before_the_whole_day(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var (treatment, course) = await AddAsync(
            journal,
            "duloxetine",
            new DoseSchedule { Times = [new(8, 0), new(20, 0)] }
        );
        Intake Of(int? slot, IntakeStatus status, string source) =>
            new()
            {
                TreatmentId = treatment.Id,
                CourseId = course.Id,
                Day = Today,
                Slot = slot,
                Status = status,
                Source = source,
            };
        await journal.RecordAsync(new Draft("intake").Add(Of(null, IntakeStatus.Taken, "checkin")));
        await journal.RecordAsync(new Draft("intake").Add(Of(2, IntakeStatus.Late, DayDoses.Source)));

        var doses = await DayDoses.ReadAsync(journal, Today);
        Assert.Equal([IntakeStatus.Taken, IntakeStatus.Late], doses.Planned.Select(d => d.Intake!.Status));
        Assert.Equal([false, true], doses.Planned.Select(d => d.IsOwn));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Stock_and_allergies_are_kept_corrected_and_undone_like_all_else(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var allergy = new Allergy { Name = "penicillin", Reaction = "rash" };
        var count = new StockCount
        {
            TreatmentId = Guid.CreateVersion7(),
            Day = Today,
            Units = 28.5,
            PerDose = 0.5,
            LeadDays = 7,
        };
        var change = await journal.RecordAsync(new Draft("medicine").Add(allergy).Add(count));
        var read = Assert.Single(await journal.AllAsync<StockCount>());
        Assert.Equal(count with { PersonId = read.PersonId, ChangeId = read.ChangeId }, read);

        var there = Assert.Single(await journal.AllAsync<Allergy>());
        await journal.RecordAsync(new Draft("edit").Correct(there, there with { Reaction = "swelling" }));
        Assert.Equal(["rash", "swelling"], (await journal.VersionsAsync<Allergy>(allergy.Id)).Select(a => a.Reaction));
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => journal.UndoAsync(change.Id));
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task What_a_change_wrote_and_took_out_is_told_apart(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var (_, course) = await AddAsync(journal, "tramadol", new DoseSchedule());
        var now = Assert.Single(await journal.AllAsync<Course>());
        var change = await journal.RecordAsync(
            new Draft("medicine").Correct(now, now with { Schedule = now.Schedule with { FirstDose = 200 } })
        );
        var (written, takenOut) = await journal.OfChangeAsync<Course>(change.Id);
        Assert.Equal(200, Assert.Single(written).Schedule.FirstDose);
        Assert.Equal(course.Schedule, Assert.Single(takenOut).Schedule);
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task The_list_for_the_check_knows_the_dose_of_today_the_route_and_what_ended_lately(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await AddAsync(
            journal,
            "duloxetine",
            new DoseSchedule { Times = [new(8, 0), new(20, 0)], Steps = [new(Today, 30)] }
        );
        await AddAsync(journal, "cyclobenzaprine", new DoseSchedule(), route: "sublingual");
        await AddAsync(journal, "phenelzine", new DoseSchedule(), end: Today.PlusDays(-5));
        await AddAsync(journal, "ibuprofen", new DoseSchedule(), end: Today.PlusDays(-200));

        var list = await CurrentMedicines.OnAsync(journal, Today, Shelf.Catalogue);
        Assert.Equal(["cyclobenzaprine", "duloxetine", "phenelzine"], list.Select(m => m.Name).Order());
        Assert.Equal(["cyclobenzaprine", "duloxetine"], CurrentMedicines.Now(list, Today).Select(m => m.Name).Order());
        Assert.Equal(new Amount(30, "mg"), list.Single(m => m.Name == "duloxetine").Dose);
        Assert.Equal(2, list.Single(m => m.Name == "duloxetine").TimesPerDay);
        Assert.Equal("sublingual", list.Single(m => m.Name == "cyclobenzaprine").Route);
        Assert.Contains(Shelf.Check.Check(list, Today), f => f.Rule == "maoi-snri");
    }

    [Theory, MemberData(nameof(Storages))]
    public async Task Conditions_allergies_and_age_reach_the_check(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        await journal.RecordAsync(
            new Draft("edit")
                .Add(new HistoryItem { Kind = HistoryKind.Condition, Text = "pregnancy" })
                .Add(
                    new HistoryItem
                    {
                        Kind = HistoryKind.Condition,
                        Text = "glaucoma",
                        Until = "2020",
                    }
                )
                .Add(new Allergy { Name = "naproxen" })
        );
        await journal.UpdatePersonAsync(journal.Person with { BirthYear = 1950 });
        var facts = await CurrentMedicines.FactsAsync(await journal.Store.OfAsync(journal.Person.Id));
        Assert.Equal(["pregnancy"], facts.Conditions);
        Assert.Equal(76, facts.AgeYears);
        Assert.Contains(Shelf.Find(facts, new Medicine { Name = "Tonmya" }), f =>
            f is { Kind: FindingKind.Pregnancy, Severity: Severity.Serious }
        );
        Assert.Contains(Shelf.Find(facts, new Medicine { Name = "Aleve" }), f =>
            f is { Rule: "allergy-same", Severity: Severity.Urgent }
        );
    }

    [Fact]
    public async Task Two_hundred_medicines_are_listed_and_unfolded_in_bounded_time()
    {
        var journal = await Storage.NewJournalAsync(Storage.Sqlite);
        var draft = new Draft("medicine");
        foreach (var substance in Shelf.Catalogue.Substances.Where(s => s.Kind == SubstanceKind.Medicine).Take(200))
        {
            var treatment = new Treatment { Name = substance.Name };
            draft
                .Add(treatment)
                .Add(
                    new Course
                    {
                        TreatmentId = treatment.Id,
                        Start = Today.PlusDays(-30),
                        Schedule = new()
                        {
                            FirstDose = 1,
                            Unit = "mg",
                            Times = [new(8, 0), new(20, 0)],
                        },
                    }
                );
        }
        await journal.RecordAsync(draft);
        Assert.Equal(400, (await DayDoses.ReadAsync(journal, Today)).Planned.Count);
        Assert.Equal(200, (await CurrentMedicines.OnAsync(journal, Today, Shelf.Catalogue)).Count);
    }

    private static async Task<(Treatment Treatment, Course Course)> AddAsync(
        Journal journal,
        string name,
        DoseSchedule schedule,
        bool needed = false,
        string? route = null,
        LocalDate? end = null
    )
    {
        var treatment = new Treatment { Name = name };
        var course = new Course
        {
            TreatmentId = treatment.Id,
            Start = Today.PlusDays(-300),
            End = end,
            Route = route,
            Schedule = schedule with { FirstDose = 60, Unit = "mg", AsNeeded = needed },
        };
        await journal.RecordAsync(new Draft("medicine").Add(treatment).Add(course));
        return (treatment, course);
    }
}
