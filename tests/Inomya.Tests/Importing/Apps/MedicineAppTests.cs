using Inomya.Importing;
using Inomya.Journals;

namespace Inomya.Tests.Importing.Apps;

/// <summary>Lists of attacks, and apps that remind of medicines.</summary>
public class MedicineAppTests
{
    private const string Health =
        "Date,Scheduled Date,Medication,Nickname,Dosage,Scheduled Dosage,Unit,Status,Archived,Codings\n";

    private const string MyTherapy = "actual_date,scheduled_date,type,name,value,unit,status,note\n";

    [Fact]
    public void Days_without_an_attack_are_unknown_and_the_order_of_day_and_month_is_seen_in_the_whole_file()
    {
        var read = AppFiles.Read(
            "Start Time,Pain Level,Medications,Triggers,Aura\n8/1/2026,7,\"Medicine A, Medicine B\",Weather,yes\n8/14/2026,,,Stress,\n"
        );
        Assert.Equal(
            [
                "08-01 own_migraine=1",
                "08-01 own_migraine_pain_level=7 of 0-10",
                "08-01 own_triggers_weather=1",
                "08-14 own_migraine=1",
                "08-14 own_triggers_stress=1",
            ],
            read.Values()
        );
        Assert.Equal(["08-01 Medicine A Taken", "08-01 Medicine B Taken"], read.Intakes());
        Assert.Equal(["Aura 1"], read.Passed());
    }

    [Fact]
    public void Where_the_file_shows_no_order_it_is_asked_about() =>
        Assert.Equal(
            "two-date-formats",
            Assert
                .Throws<ImportException>(() => AppFiles.Read("Start Time,Pain Level\n8/1/2026,7\n8/4/2026,5\n"))
                .Why.Key
        );

    [Fact]
    public void An_attack_that_cannot_be_read_is_refused_by_line() =>
        Assert.Equal(
            ["3 not-a-date Start Time", "4 off-the-scale Migraine: Pain Level"],
            AppFiles.Read("Start Time,Pain Level\n8/14/2026,7\nsoon,5\n8/15/2026,11\n").Why()
        );

    [Fact]
    public void Only_taken_and_skipped_are_decisions()
    {
        var read = AppFiles.Read(
            Health
                + "2026-06-29 08:20:00 +0200,2026-06-29 08:00:00 +0200,Medicine A,A,1,1,tablet,Taken,No,\n"
                + "2026-06-30 01:00:00 +0200,2026-06-29 20:00:00 +0200,Medicine A,A,,1,tablet,Skipped,No,\n"
                + "2026-06-30 08:00:00 +0200,2026-06-30 08:00:00 +0200,Medicine A,A,,1,tablet,Not Logged,No,\n"
        );
        Assert.Equal(["06-29 Medicine A Taken 1 tablet", "06-29 Medicine A Skipped"], read.Intakes());
        Assert.Equal(["Archived 2", "Nickname 2", "Not Logged 1", "Scheduled Dosage 2"], read.Passed());
        Assert.Equal(3, read.Rows);
    }

    [Fact]
    public void A_dose_that_was_answered_later_is_the_same_dose()
    {
        const string at = "2026-06-29 08:00:00 +0200,Medicine A,A,1,1,tablet";
        var first = AppFiles.Read(Health + $"2026-06-29 08:20:00 +0200,{at},Taken,No,\n");
        var later = AppFiles.Read(Health + $"2026-06-29 09:40:00 +0200,{at},Skipped,No,\n");
        Assert.Equal(first.Facts.OfType<Intake>().Single().Id, later.Facts.OfType<Intake>().Single().Id);
    }

    [Fact]
    public void The_later_header_is_read_too_and_a_time_without_its_zone_is_refused()
    {
        const string header = "Date,Scheduled Date,Medication,Nickname,Dose Taken,Dose,Unit,Status,Skipped,Notes\n";
        var read = AppFiles.Read(
            header
                + "2026-06-29 08:20:00 +0200,,Medicine A,A,2.5,3,mg,Taken,No,early\n2026-06-29 08:20:00,,Medicine A,A,1,1,mg,Taken,No,\n"
        );
        Assert.Equal(["06-29 Medicine A Taken 2.5 mg"], read.Intakes());
        Assert.Equal(["06-29 early"], read.Notes());
        Assert.Equal(["3 not-a-date Date"], read.Why());
    }

    [Fact]
    public void MyTherapy_confirms_and_rejects_and_measures()
    {
        var read = AppFiles.Read(
            MyTherapy
                + "2026-07-19 08:02:00,2026-07-19 08:00:00,drug,Medicine A,1.00,tablet,confirmed,\n"
                + "2026-07-19 20:00:00,2026-07-19 20:00:00,drug,Medicine A,1.00,tablet,rejected,felt sick\n"
                + "2026-07-19 18:20:00,,measurement,Presión arterial sistólica,110.00,mmHg,confirmed,\n"
                + "2026-07-19 18:20:00,,activity,Steps,4000,,confirmed,\n"
                + "2026-07-19 18:20:00,,mood,Good,1,,confirmed,\n"
                + "2026-07-20 18:20:00,,drug,Medicine A,1,,planned,\n"
                + "later,,drug,Medicine A,1,,confirmed,\n"
        );
        Assert.Equal(["07-19 Medicine A Taken 1 tablet", "07-19 Medicine A Skipped 1 tablet"], read.Intakes());
        Assert.Equal(["07-19 felt sick"], read.Notes());
        Assert.Equal(
            ["07-19 own_measurement_presión_arterial_sistólica=110 mm[Hg]", "07-19 own_activity_steps=4000"],
            read.Values()
        );
        Assert.Equal(["6 unknown-type type", "8 not-a-date actual_date"], read.Why());
        Assert.Equal(["planned 1"], read.Passed());
    }
}
