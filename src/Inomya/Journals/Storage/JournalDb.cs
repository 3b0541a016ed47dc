using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Inomya.Journals;

/// <summary>
/// The tables. Only this folder sees them; a row is reached through <see cref="PersonRows"/>, which knows whose it is.
/// </summary>
internal abstract class JournalDb(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Person>(t =>
        {
            t.ToTable("people");
            t.HasKey(p => p.Id);
        });
        model.Entity<PersonZone>(t =>
        {
            t.ToTable("person_zones");
            t.HasKey(z => new { z.PersonId, z.Since });
        });
        model.Entity<Setting>(t =>
        {
            t.ToTable("settings");
            t.HasKey(s => new { s.PersonId, s.Key });
        });

        model.Entity<Change>(t =>
        {
            t.ToTable("changes");
            t.HasKey(c => new { c.PersonId, c.Id });
            t.HasIndex(c => new { c.PersonId, c.Key }).IsUnique();
            t.HasIndex(c => new { c.PersonId, c.Day });
        });

        Facts<Entry>(model, "entries");
        Facts<Note>(model, "notes");
        Facts<OwnMeasure>(model, "own_measures");
        Facts<Treatment>(model, "treatments");
        Facts<Course>(model, "courses");
        model.Entity<Course>().Property(c => c.Schedule).HasConversion(s => s.Write(), text => DoseSchedule.Read(text));
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
        model
            .Entity<ExperimentDay>()
            .HasIndex(d => new
            {
                d.PersonId,
                d.ExperimentId,
                d.Day,
            });
        model.Entity<Activity>().HasIndex(a => new { a.PersonId, a.Day });
        Facts<Mark>(model, "marks");
        model.Entity<Mark>().Property(m => m.Kind).HasConversion<string>();
        Facts<StockCount>(model, "stock_counts");
        Facts<Allergy>(model, "allergies");
        Facts<Appointment>(model, "appointments");
        model.Entity<Entry>().Ignore(e => e.Scale);
        model.Entity<Entry>().HasIndex(e => new { e.PersonId, e.Day });
        // all that a daily table needs, in its order: PointReader reads nothing else
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
        model.Entity<Note>().HasIndex(n => new { n.PersonId, n.Day });
        model
            .Entity<Response>()
            .HasIndex(r => new
            {
                r.PersonId,
                r.Instrument,
                r.Day,
            });
        model.Entity<LabResult>().HasIndex(r => new { r.PersonId, r.Day });
        model.Entity<Cost>().HasIndex(c => new { c.PersonId, c.Day });
        model.Entity<Intake>().HasIndex(i => new { i.PersonId, i.Day });

        model.Entity<ReminderMail>(t =>
        {
            t.ToTable("reminder_mails");
            t.HasKey(m => new { m.PersonId, m.Id });
            t.HasIndex(m => new { m.PersonId, m.NotBefore });
        });

        model.Entity<SampleSource>(t =>
        {
            t.ToTable("sample_sources");
            t.HasKey(s => new { s.PersonId, s.Id });
        });
        model.Entity<Sample>(t =>
        {
            t.ToTable("samples");
            t.HasKey(s => new
            {
                s.PersonId,
                s.SourceId,
                s.Start,
                s.End,
            });
        });
        model.Entity<DailyValue>(t =>
        {
            t.ToTable("daily_values");
            t.HasKey(v => new
            {
                v.PersonId,
                v.SourceId,
                v.Day,
            });
        });

        foreach (var table in model.Model.GetEntityTypes())
        foreach (var property in table.GetProperties())
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
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
