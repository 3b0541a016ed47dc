using Inomya.Importing;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Importing.Devices;

public class WhoopTests
{
    private static ImportSink Sample(string name) => DeviceFiles.Read(name, DeviceSamples.Text(name));

    [Fact]
    public void The_hours_are_of_the_zone_in_the_row_and_a_nap_is_told()
    {
        // the person lived elsewhere
        var told = DeviceFiles.Read("sleeps.csv", DeviceSamples.Text("sleeps.csv"), "America/New_York").Told();
        Assert.Contains("sleep_hours [Whoop] 2026-06-22T21:15:00Z..2026-06-23T04:30:00Z = 6.4833", told);
        Assert.Contains("sleep_deep [Whoop] 2026-06-22T21:15:00Z..2026-06-23T04:30:00Z = 1.5", told);
        Assert.Contains("sleep_nap [Whoop] 2026-06-23T12:02:00Z..2026-06-23T12:40:00Z = 0.5167", told);
        Assert.Contains("respiratory_rate [Whoop] 2026-06-22T21:15:00Z..2026-06-23T04:30:00Z = 15.9", told);
    }

    [Fact]
    public void A_cycle_gives_what_its_night_said_of_the_pulse_and_no_sleep()
    {
        var sink = Sample("physiological_cycles.csv");
        Assert.Equal(
            [
                "hrv_rmssd [Whoop] 2026-06-23T21:02:10Z..2026-06-24T04:41:00Z = 41",
                "resting_heart_rate [Whoop] 2026-06-23T21:02:10Z..2026-06-24T04:41:00Z = 58",
                "oxygen_saturation [Whoop] 2026-06-23T21:02:10Z..2026-06-24T04:41:00Z = 96.9",
            ],
            sink.Told()
        );
        Assert.Contains("Asleep duration (min) 1", sink.Passed());
    }

    [Theory]
    [InlineData(
        "Startzeit des Zyklus,Zeitzone des Zyklus,Ruheherzfrequenz (Schläge pro Minute),Herzfrequenzvariabilität (ms),Beginn des Schlafs,Beginn des Aufwachens"
    )]
    [InlineData(
        "Hora de inicio del ciclo,Zona horaria del ciclo,Frecuencia cardíaca en reposo (lpm),Variabilidad de la frecuencia cardíaca (ms),Inicio del sueño,Inicio de la vigilia"
    )]
    [InlineData(
        "Heure de début du cycle,Fuseau horaire du cycle,Fréquence cardiaque au repos (bpm),Variabilité de la fréquence cardiaque (ms),Premiers signes de sommeil,Premiers signes de réveil"
    )]
    public void Headers_are_in_the_language_of_the_account(string header) =>
        Assert.Equal(
            [
                "hrv_rmssd [Whoop] 2026-06-23T21:02:10Z..2026-06-24T04:41:00Z = 41",
                "resting_heart_rate [Whoop] 2026-06-23T21:02:10Z..2026-06-24T04:41:00Z = 58",
            ],
            DeviceFiles
                .Read(
                    "ciclos.csv",
                    header + "\n2026-06-23 22:58:10,UTC+02:00,58,41,2026-06-23 23:02:10,2026-06-24 06:41:00\n"
                )
                .Told()
        );

    [Fact]
    public void A_sleep_in_French_has_its_parts()
    {
        const string Header =
            "Heure de début du cycle,Fuseau horaire du cycle,Premiers signes de sommeil,Premiers signes de réveil,Durée du sommeil (min),Durée du sommeil léger (min),Durée du sommeil profond (min),Durée du sommeil paradoxal (min),Temps d’éveil (min),Sieste";
        var told = DeviceFiles
            .Read(
                "sommeil.csv",
                Header
                    + "\n2026-06-22 23:10:00,UTC+02:00,2026-06-22 23:15:00,2026-06-23 06:30:00,390,210,90,90,45,false\n"
            )
            .Told();
        Assert.Equal(
            ["sleep_hours 6.5", "sleep_light 3.5", "sleep_deep 1.5", "sleep_rem 1.5", "sleep_awake 0.75"],
            told.Select(t => $"{t.Split(' ')[0]} {t.Split(' ')[^1]}")
        );
    }

    [Fact]
    public void Each_question_is_one_measure_of_ones_own()
    {
        var sink = Sample("journal_entries.csv");
        var own = Assert.Single(sink.Facts.OfType<OwnMeasure>());
        Assert.Equal(("Have any pain?", MeasureKind.YesNo), (own.Name, own.Kind));
        Assert.Equal(
            [(new LocalDate(2026, 6, 23), 1d), (new LocalDate(2026, 6, 24), 0d)],
            sink.Facts.OfType<Entry>().Select(e => (e.Day, e.Value!.Value))
        );
        Assert.All(sink.Facts.OfType<Entry>(), e => Assert.Equal(own.Measure, e.Measure));
        Assert.Equal(["Notes 1"], sink.Passed());
    }

    [Fact]
    public void An_answer_that_is_neither_is_refused() =>
        Assert.Equal(
            ["2 not-yes-or-no maybe", "3 not-a-date yesterday"],
            DeviceFiles
                .Read(
                    "journal_entries.csv",
                    "Cycle start time,Cycle timezone,Question text,Answered yes\n2026-06-22 23:10:00,UTC+02:00,Tired?,maybe\nyesterday,UTC+02:00,Tired?,true\n"
                )
                .Why()
        );
}
