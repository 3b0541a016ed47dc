using Inomya.Medicines;

namespace Inomya.Tests.Medicines;

public class NameIndexTests
{
    private static NameReading Read(string name) => Shelf.Catalogue.Names.Read(name);

    [Theory]
    [InlineData("duloxetine", "duloxetine")]
    [InlineData("DULOXETINE", "duloxetine")]
    [InlineData("  Cymbalta® ", "duloxetine")]
    [InlineData("duloxetine hydrochloride", "duloxetine")]
    [InlineData("Duloxetine 60mg capsules", "duloxetine")]
    [InlineData("duloxetine HCl 30 mg", "duloxetine")]
    [InlineData("Cymbalta (duloxetine)", "duloxetine")]
    [InlineData("my painkiller (ibuprofen)", "ibuprofen")]
    [InlineData("Effexor-XR", "venlafaxine")]
    [InlineData("St. John’s Wort", "st-johns-wort")]
    [InlineData("Saint John's wort 300 mg", "st-johns-wort")]
    [InlineData("5 HTP", "5-htp")]
    [InlineData("L-Tryptophan", "tryptophan")]
    [InlineData("Co-enzyme Q-10", "coenzyme-q10")]
    [InlineData("Vitamin D3 5000 IU", "vitamin-d")]
    [InlineData("omega 3 1000mg", "omega-3")]
    [InlineData("magnesium glycinate", "magnesium")]
    [InlineData("Zolpidem Tartrate 10 mg tablet", "zolpidem")]
    [InlineData("acétaminophène", "acetaminophen")]
    [InlineData("Paracétamol", "acetaminophen")]
    [InlineData("red wine", "alcohol")]
    [InlineData("B12 injection", "vitamin-b12")]
    [InlineData("low dose naltrexone 4.5 mg", "naltrexone")]
    [InlineData("LDN", "naltrexone")]
    [InlineData("Vitamin A 5000 IU", "vitamin-a")]
    [InlineData("amitriptyline 10mg nocte", "amitriptyline")]
    [InlineData("Sumatriptan 50 mg prn", "sumatriptan")]
    [InlineData("metoprolol succinate", "metoprolol")]
    public void A_name_as_people_write_it_is_read(string written, string? substance) =>
        Assert.Equal(substance, Read(written).Parts.Select(p => p.Substance.Id).SingleOrDefault());

    [Theory]
    [InlineData("Percocet", "oxycodone,acetaminophen")]
    [InlineData("paracetamol + codeine", "acetaminophen,codeine")]
    [InlineData("lisinopril/HCTZ 20/12.5 mg", "lisinopril,hydrochlorothiazide")]
    [InlineData("acetaminophen plus codeine number 3", "acetaminophen,codeine")]
    public void A_combination_is_read_as_all_it_holds(string written, string substances) =>
        Assert.Equal(substances, string.Join(',', Read(written).Parts.Select(p => p.Substance.Id)));

    [Fact]
    public void A_typo_is_asked_about_never_guessed()
    {
        var reading = Read("pregabbalinn");
        Assert.False(reading.Found);
        Assert.Contains("pregabalin", reading.DidYouMean);
        var finding = Assert.Single(Shelf.Names("pregabbalinn", "oxycodone"), f => f.Kind == FindingKind.UnknownName);
        Assert.Contains("pregabalin", Shelf.Words.Text(finding), StringComparison.Ordinal);
        Assert.DoesNotContain(Shelf.Names("pregabbalinn", "oxycodone"), f => f.Kind == FindingKind.Interaction);
    }

    [Fact]
    public void A_known_misspelling_is_read_and_told()
    {
        Assert.Equal("pregabalin", Read("lyrika").ReadAs);
        Assert.Contains(Shelf.Names("lyrika", "oxycodone"), f => f.Rule == "gabapentinoid-opioid");
        Assert.Contains(Shelf.Names("lyrika"), f => f is { Kind: FindingKind.UnknownName, Severity: Severity.Info });
    }

    [Fact]
    public void A_name_of_nothing_near_has_no_suggestion()
    {
        Assert.Empty(Read("qqqq wwww").DidYouMean);
        Assert.Contains(Shelf.Names("qqqq wwww"), f => f.Rule == "name-not-known");
        Assert.False(Read(new string('a', 5_000)).Found);
        Assert.False(Read("()").Found);
    }

    [Fact]
    public void Every_listed_name_is_found_as_its_own_substance()
    {
        foreach (var substance in Shelf.Catalogue.Substances)
        foreach (var name in substance.Names.Concat(substance.Brands).Concat(substance.Misspelt))
            Assert.Equal(substance, Read(name).Parts[0].Substance);
    }

    [Fact]
    public void Searching_finds_brands_by_their_beginning() =>
        Assert.Equal(["Fexmid"], Shelf.Catalogue.Names.Search("fexm", 5));
}
