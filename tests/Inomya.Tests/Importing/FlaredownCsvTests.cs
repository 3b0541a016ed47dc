using Inomya.Importing;
using Inomya.Journals;
using Inomya.Tests.Support;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Tests.Importing;

public class FlaredownCsvTests
{
    private static ImportReading Anna() => Read("anna=");

    private static ImportReading Read(string? who)
    {
        using var file = File.OpenRead(Repository.Path("tests", "samples", "flaredown", "two-people.csv"));
        return Files.Read(file, new ImportOptions { Select = who });
    }

    private static Entry Only(ImportReading reading, string measure) =>
        Assert.Single(reading.Facts.OfType<Entry>(), e => e.Measure == measure);

    [Fact]
    public void It_is_recognised_by_its_columns() => Assert.Equal("flaredown", Anna().Format);

    [Fact]
    public void A_file_of_several_people_is_refused_with_the_list_of_who_is_in_it()
    {
        var error = Assert.Throws<ImportException>(() => Read(null));
        Assert.Equal("choose-person", error.Why.Key);
        Assert.Equal("anna= (4), ben= (1)", error.Detail);
    }

    [Fact]
    public void Somebody_who_is_not_in_it_is_said_to_be_missing() =>
        Assert.Equal("no-such-person", Assert.Throws<ImportException>(() => Read("carl")).Why.Key);

    [Fact]
    public void Only_the_chosen_persons_rows_are_read() =>
        Assert.Equal(2, Assert.Single(Read("ben=").Facts.OfType<Entry>()).Value);

    [Fact]
    public void Ratings_stay_on_their_scale_of_0_to_4()
    {
        var pain = Anna().Facts.OfType<Entry>().First(e => e.Measure == "pain");
        Assert.Equal((4.0, new Scale(0, 4)), (pain.Value!.Value, pain.Scale!.Value));
    }

    [Fact]
    public void Zero_is_a_rating() => Assert.Equal(0, Only(Anna(), "fog").Value);

    [Fact]
    public void A_name_is_one_measure_whatever_its_capitals_and_spaces()
    {
        var reading = Anna();
        Assert.Single(reading.Facts.OfType<OwnMeasure>(), m => m.Measure == "own_fibromyalgia");
        Assert.Equal(
            [3, 2],
            reading.Facts.OfType<Entry>().Where(e => e.Measure == "own_fibromyalgia").Select(e => e.Value!.Value)
        );
    }

    [Fact]
    public void What_cannot_be_read_is_refused_by_line_and_reason() =>
        Assert.Equal(
            ["13 off-the-scale", "14 off-the-scale", "15 unknown-type", "16 day-to-come", "18 wrong-number-of-cells"],
            Anna().Why()
        );

    [Fact]
    public void A_tag_or_food_says_yes()
    {
        Assert.Equal(1, Only(Anna(), "own_tag_stayed_in_bed").Value);
        Assert.Equal(1, Only(Anna(), "own_food_bread_white").Value);
    }

    [Fact]
    public void The_weather_icon_stays_words_and_the_pressure_a_number()
    {
        Assert.Equal(("rain", null), (Only(Anna(), "own_weather_icon").Text, Only(Anna(), "own_weather_icon").Value));
        Assert.Equal(1012.5, Only(Anna(), "own_weather_pressure").Value);
    }

    [Fact]
    public void A_dose_is_a_number_and_a_unit_and_anything_else_is_kept_as_written()
    {
        var reading = Anna();
        var names = reading.Facts.OfType<Treatment>().ToDictionary(t => t.Id, t => t.Name);
        Assert.Equal(
            [
                ("Amitriptyline", 8.0, "mg", null),
                ("Ibuprofen", null, null, "2 tablets after lunch"),
                ("Warm bath", (double?)null, null, (string?)null),
            ],
            reading.Facts.OfType<Intake>().Select(i => (names[i.TreatmentId], i.Amount, i.AmountUnit, i.AsWritten))
        );
    }

    [Fact]
    public void The_days_are_told() =>
        Assert.Equal((new LocalDate(2016, 3, 1), new LocalDate(2016, 3, 3)), (Anna().From!.Value, Anna().To!.Value));

    [Theory, MemberData(nameof(Storage.Both), MemberType = typeof(Storage))]
    public async Task Importing_it_again_adds_nothing(string storage)
    {
        var journal = await Storage.NewJournalAsync(storage);
        var first = await journal.ImportAsync(Anna().Facts);
        var again = await journal.ImportAsync(Anna().Facts);
        Assert.Equal((Anna().Facts.Count, 0), (first.Added, first.Same));
        Assert.Equal((0, Anna().Facts.Count, 0), (again.Added, again.Same, again.Changed));
        Assert.Null(again.Change);
    }
}
