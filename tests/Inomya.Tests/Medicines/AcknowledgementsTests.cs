using Inomya.Medicines;

namespace Inomya.Tests.Medicines;

public class AcknowledgementsTests
{
    private static readonly Medicine[] List = Shelf.Numbered([
        Shelf.Daily("ibuprofen", 400, "mg", 3),
        new Medicine { Name = "sertraline" },
    ]);

    private static MedicineFinding One => Shelf.Find(List).First(f => f.Rule == "nsaid-ssri");

    [Fact]
    public void A_note_holds_for_its_list_and_is_kept_as_a_setting()
    {
        var kept = Acknowledgements.Read(null).With(One, Acknowledgements.FingerprintOf(List), "asked").Write();
        Assert.Equal(
            "asked",
            Acknowledgements.Read(kept).NoteOn(One, Acknowledgements.FingerprintOf([.. List.Reverse()]))
        );
    }

    [Fact]
    public void It_comes_back_when_a_dose_changes_or_a_medicine_is_added()
    {
        var acknowledged = Acknowledgements.Read(null).With(One, Acknowledgements.FingerprintOf(List), "asked");
        Assert.Null(
            acknowledged.NoteOn(One, Acknowledgements.FingerprintOf([List[0] with { TimesPerDay = 2 }, List[1]]))
        );
        Assert.Null(
            acknowledged.NoteOn(One, Acknowledgements.FingerprintOf([.. List, new Medicine { Name = "zinc" }]))
        );
    }

    [Fact]
    public void It_can_be_taken_back()
    {
        var list = Acknowledgements.FingerprintOf(List);
        Assert.Null(Acknowledgements.Read(null).With(One, list, "").Without(One).NoteOn(One, list));
    }
}
