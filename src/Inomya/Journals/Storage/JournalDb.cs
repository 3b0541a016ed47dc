using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

/// <summary>
/// The tables. Only this folder sees them; a row is reached through <see cref="PersonRows"/>, which knows whose it is.
/// </summary>
internal abstract class JournalDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>
    /// Whose rows are read and written; null: nobody's. On PostgreSQL every statement is bound to them
    /// (<see cref="PersonBinding"/>).
    /// </summary>
    public Guid? Person { get; set; }

    protected override void OnModelCreating(ModelBuilder model)
    {
        People(model);
        VersionedFacts(model);
        Conversions(model);
        Indexes(model);
        PointsIndex(model);
        Mails(model);
        Links(model);
        Devices(model);
        model.Entity<Audit>().ToTable("audits").HasKey(a => new { a.PersonId, a.Id });
        foreach (var table in model.Model.GetEntityTypes())
        foreach (var property in table.GetProperties())
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
    }

    private static void People(ModelBuilder model)
    {
        model.Entity<Person>().ToTable("people").HasKey(p => p.Id);
        model.Entity<PersonZone>().ToTable("person_zones").HasKey(z => new { z.PersonId, z.Since });
        model.Entity<Setting>().ToTable("settings").HasKey(s => new { s.PersonId, s.Key });
        var changes = model.Entity<Change>().ToTable("changes");
        changes.HasKey(c => new { c.PersonId, c.Id });
        changes.HasIndex(c => new { c.PersonId, c.Key }).IsUnique();
        changes.HasIndex(c => new { c.PersonId, c.Day });
    }

    private static void VersionedFacts(ModelBuilder model)
    {
        Facts<Entry>(model, "entries");
        Facts<Note>(model, "notes");
        Facts<OwnMeasure>(model, "own_measures");
        Facts<Treatment>(model, "treatments");
        Facts<Course>(model, "courses");
        Facts<Intake>(model, "intakes");
        Facts<SideEffect>(model, "side_effects");
        Facts<Flare>(model, "flares");
        Facts<Response>(model, "responses");
        Facts<OwnForm>(model, "own_forms");
        Facts<HistoryItem>(model, "history_items");
        Facts<LabResult>(model, "lab_results");
        Facts<Examination>(model, "examinations");
        Facts<Cost>(model, "costs");
        Facts<Experiment>(model, "experiments");
        Facts<ExperimentDay>(model, "experiment_days");
        Facts<Activity>(model, "activities");
        Facts<FlarePlan>(model, "flare_plans");
        Facts<Mark>(model, "marks");
        Facts<StockCount>(model, "stock_counts");
        Facts<Allergy>(model, "allergies");
        Facts<Appointment>(model, "appointments");
        Facts<MovementSession>(model, "movement_sessions");
        Facts<MovementPlan>(model, "movement_plans");
        Facts<Meal>(model, "meals");
        Facts<Drink>(model, "drinks");
        Facts<FoodWeek>(model, "food_weeks");
        Facts<GateAnswer>(model, "gate_answers");
        Facts<Enrolment>(model, "enrolments");
        Facts<StepDone>(model, "steps_done");
        Facts<Worksheet>(model, "worksheets");
        Facts<SleepNight>(model, "sleep_nights");
        Facts<SleepWindow>(model, "sleep_windows");
        Facts<SleepHabit>(model, "sleep_habits");
        Facts<PracticeRating>(model, "practice_ratings");
        Facts<VisitNotes>(model, "visit_notes");
        Facts<Agreement>(model, "agreements");
        Facts<FunctionDay>(model, "function_days");
        Facts<LetterDraft>(model, "letter_drafts");
        Facts<SampleBlock>(model, "sample_blocks");
    }

    private static void Conversions(ModelBuilder model)
    {
        model.Entity<Course>().Property(c => c.Schedule).HasConversion(s => s.Write(), text => DoseSchedule.Read(text));
        model.Entity<Mark>().Property(m => m.Kind).HasConversion<string>();
        model.Entity<MovementSession>().Property(s => s.Kind).HasConversion<string>();
        model.Entity<MovementSession>().Property(s => s.Next).HasConversion<string>();
        model.Entity<MovementPlan>().Property(p => p.Kind).HasConversion<string>();
        model
            .Entity<Enrolment>()
            .Property(e => e.Drawn)
            .HasConversion(drawn => drawn!.Write(), text => DrawnStart.Read(text));
        model.Entity<Entry>().Ignore(e => e.Scale);
    }

    private static void Indexes(ModelBuilder model)
    {
        model.Entity<Entry>().HasIndex(e => new { e.PersonId, e.Day });
        model.Entity<Note>().HasIndex(n => new { n.PersonId, n.Day });
        model.Entity<Intake>().HasIndex(i => new { i.PersonId, i.Day });
        model.Entity<Activity>().HasIndex(a => new { a.PersonId, a.Day });
        model.Entity<Meal>().HasIndex(m => new { m.PersonId, m.Day });
        model.Entity<Drink>().HasIndex(d => new { d.PersonId, d.Day });
        model.Entity<FunctionDay>().HasIndex(f => new { f.PersonId, f.Day });
        model
            .Entity<SampleBlock>()
            .HasIndex(nameof(SampleBlock.PersonId), nameof(SampleBlock.Measure), nameof(SampleBlock.Month));
        model.Entity<LabResult>().HasIndex(r => new { r.PersonId, r.Day });
        model.Entity<MovementSession>().HasIndex(s => new { s.PersonId, s.Day });
        model.Entity<Cost>().HasIndex(c => new { c.PersonId, c.Day });
        model.Entity<Response>().HasIndex(nameof(Response.PersonId), nameof(Response.Instrument), nameof(Response.Day));
        model
            .Entity<ExperimentDay>()
            .HasIndex(nameof(ExperimentDay.PersonId), nameof(ExperimentDay.ExperimentId), nameof(ExperimentDay.Day));
    }

    /// <summary>All that a daily table needs, in its order: PointReader reads nothing else.</summary>
    private static void PointsIndex(ModelBuilder model) =>
        model
            .Entity<Entry>()
            .HasIndex(e => new
            {
                e.PersonId,
                e.Measure,
                e.Region,
                e.ScaleLow,
                e.ScaleTop,
                e.Day,
                e.Value,
            })
            .HasFilter("voided_by_id IS NULL AND value IS NOT NULL")
            .HasDatabaseName("IX_entries_points");

    private static void Mails(ModelBuilder model)
    {
        var mails = model.Entity<ReminderMail>().ToTable("reminder_mails");
        mails.HasKey(m => new { m.PersonId, m.Id });
        mails.HasIndex(m => new { m.PersonId, m.NotBefore });
    }

    private static void Links(ModelBuilder model)
    {
        var links = model.Entity<SharedLink>().ToTable("shared_links");
        links.HasKey(l => new { l.PersonId, l.Id });
        links.HasIndex(l => new { l.PersonId, l.Address }).IsUnique();
        model.Entity<LinkFile>().ToTable("link_files").HasKey(f => new { f.PersonId, f.LinkId });
        var views = model.Entity<LinkView>().ToTable("link_views");
        views.HasKey(v => new { v.PersonId, v.Id });
        views.HasIndex(v => new { v.PersonId, v.At });
    }

    private static void Devices(ModelBuilder model)
    {
        model.Entity<SampleSource>().ToTable("sample_sources").HasKey(s => new { s.PersonId, s.Id });
        model
            .Entity<Sample>()
            .ToTable("samples")
            .HasKey(nameof(Sample.PersonId), nameof(Sample.SourceId), nameof(Sample.Start), nameof(Sample.End));
        model
            .Entity<DailyValue>()
            .ToTable("daily_values")
            .HasKey(v => new
            {
                v.PersonId,
                v.SourceId,
                v.Day,
            });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        foreach (
            var type in (Type[])
                [
                    typeof(Vocabulary.MeasureKind),
                    typeof(Vocabulary.Better),
                    typeof(Vocabulary.DailyRule),
                    typeof(Vocabulary.MeasureRole),
                    typeof(TreatmentKind),
                    typeof(IntakeStatus),
                    typeof(HistoryKind),
                    typeof(CostKind),
                    typeof(Adherence),
                    typeof(ActivityKind),
                    typeof(MailState),
                    typeof(Road),
                    typeof(StepForm),
                    typeof(SleepWindowStep),
                    typeof(SleepWindowWay),
                    typeof(AgreementState),
                    typeof(AuditRole),
                    typeof(AuditAct),
                    typeof(AuditWay),
                ]
        )
            conventions.Properties(type).HaveConversion<string>();
    }

    /// <summary>A table of versions: one current version a fact.</summary>
    private static void Facts<T>(ModelBuilder model, string name)
        where T : Recorded
    {
        var table = model.Entity<T>();
        table.ToTable(name);
        table.HasKey(f => new
        {
            f.PersonId,
            f.Id,
            f.ChangeId,
        });
        table.HasIndex(nameof(Recorded.PersonId), nameof(Recorded.Id)).IsUnique().HasFilter("voided_by_id IS NULL");
        table.HasIndex(nameof(Recorded.PersonId), nameof(Recorded.ChangeId));
        table.HasIndex(nameof(Recorded.PersonId), nameof(Recorded.VoidedById)).HasFilter("voided_by_id IS NOT NULL");
    }
}
