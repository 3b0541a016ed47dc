using Inomya.Content;
using Inomya.Journals;
using Inomya.Tests.Medicines;
using Inomya.Tests.Support;
using Inomya.Visits;
using NodaTime;

namespace Inomya.Tests.Visits;

/// <summary>A visit as a calendar file, read by the letter of RFC 5545.</summary>
public class VisitCalendarTests
{
    private static readonly Appointment Visit = new()
    {
        With = "Dr Vega, pain clinic; floor 2\\3 " + new string('ñ', 80),
        Day = new LocalDate(2026, 12, 3),
        Time = new LocalTime(9, 5),
        Place = "Calle Mayor 1, Madrid",
        Note = "private note",
    };

    private static Ics.Component Event(Appointment visit, bool named, string language = "en") =>
        Assert.Single(
            Ics.Read(VisitCalendar.Write(visit, new Words(Shelf.Content, language), Storage.Noon, named)).Inner
        );

    [Theory]
    [InlineData("en", "Appointment")]
    [InlineData("es", "Cita")]
    public void Its_title_says_nothing_of_health_and_holds_no_name(string language, string title)
    {
        var one = Event(Visit, named: false, language);
        Assert.Equal((title, "PRIVATE"), (one["SUMMARY"], one["CLASS"]));
        var text = string.Join('\n', one.Lines.Select(l => l.Value));
        foreach (var word in (string[])["Vega", "pain", "Mayor", "private note"])
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_name_is_in_it_where_it_is_wanted_to_the_letter()
    {
        var one = Event(Visit, named: true);
        Assert.Equal((Visit.With, Visit.Place), (one["SUMMARY"], one["LOCATION"]));
    }

    [Fact]
    public void Its_time_is_that_of_the_clock_on_the_wall_there_and_without_a_time_it_is_the_day()
    {
        Assert.Equal("20261203T090500", Event(Visit, named: false)["DTSTART"]);
        Assert.Equal("20261203", Event(Visit with { Time = null }, named: false)["DTSTART"]);
        Assert.Equal(Event(Visit, named: false)["UID"], Event(Visit, named: true)["UID"]);
    }
}
