using System.Text.Json;
using Inomya.Bench.Medicines;
using Inomya.Content;
using Inomya.Medicines;
using Inomya.Treatments;

namespace Inomya.Tests.Medicines;

/// <summary>Names as packs, pharmacies and patient portals of several countries print them.</summary>
public class MedicineNameTests
{
    private static NameReading Read(string name, string? country = null) => Shelf.Catalogue.Names.Read(name, country);

    private static string Substances(NameReading reading) =>
        string.Join(',', reading.Parts.Select(p => p.Substance.Id).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("US", "milnacipran hydrochloride 50 MG Oral Tablet [Savella]", "milnacipran")]
    [InlineData("US", "24 HR metformin hydrochloride 500 MG Extended Release Oral Tablet [Glucophage]", "metformin")]
    [InlineData("US", "12 HR oxycodone hydrochloride 20 MG Extended Release Oral Tablet [Oxycontin]", "oxycodone")]
    [InlineData("US", "esomeprazole magnesium 40 MG Delayed Release Oral Capsule", "esomeprazole")]
    [InlineData(
        "US",
        "losartan potassium 100 MG / hydrochlorothiazide 25 MG Oral Tablet",
        "hydrochlorothiazide,losartan"
    )]
    [InlineData("US", "ketoconazole 0.02 MG/MG Topical Cream", "ketoconazole")]
    [InlineData("US", "72 HR fentanyl 0.025 MG/HR Transdermal System", "fentanyl")]
    [InlineData("US", "CELECOXIB 200MG CAPS (GENERIC FOR CELEBREX)", "celecoxib")]
    [InlineData("US", "topiramate50mg", "topiramate")]
    [InlineData("US", "methocarbamol 750-mg tab", "methocarbamol")]
    [InlineData("US", "3 ML insulin glargine 100 UNT/ML Pen Injector [Lantus]", "insulin")]
    [InlineData("US", "albuterol 0.09 MG/ACTUAT Metered Dose Inhaler", null)]
    [InlineData("GB", "Co-dydramol 10mg/500mg tablets", "acetaminophen,dihydrocodeine")]
    [InlineData("GB", "Zomorph 30mg modified-release capsules", "morphine")]
    [InlineData("GB", "Butec 10micrograms/hour transdermal patches", "buprenorphine")]
    [InlineData("CA", "APO-GABAPENTIN 300MG", "gabapentin")]
    [InlineData("CA", "pms-Cyclobenzaprine 10 mg", "cyclobenzaprine")]
    [InlineData("AU", "APO-Celecoxib 100mg hard capsules", null)]
    [InlineData("ES", "Duloxetina Normon 30 mg cápsulas duras gastrorresistentes EFG, 28 cápsulas", "duloxetine")]
    [InlineData("ES", "Amitriptilina 25 mg comprimidos recubiertos con película", "amitriptyline")]
    [InlineData("ES", "clorhidrato de tramadol 50 mg", "tramadol")]
    [InlineData("ES", "Tramadol/Paracetamol Kern Pharma 37,5 mg/325 mg comprimidos EFG", "acetaminophen,tramadol")]
    [InlineData("ES", "Metamizol Cinfa 575 mg cápsulas duras EFG", "metamizole")]
    [InlineData("ES", "Fentanilo Matrix Sandoz 25 microgramos/h parches transdérmicos", null)]
    [InlineData("ES", "Diclofenaco sódico 50 mg comprimidos gastrorresistentes", "diclofenac")]
    [InlineData("MX", "Tafil 0.25 mg tabletas", "alprazolam")]
    [InlineData("AR", "Ibupirac 600", "ibuprofen")]
    [InlineData("CO", "Acetaminofén MK 500 mg", "acetaminophen")]
    [InlineData("DE", "Pregabalin-ratiopharm 75 mg Hartkapseln N2", "pregabalin")]
    [InlineData("DE", "Duloxetin AL 60 mg magensaftresistente Hartkapseln", "duloxetine")]
    [InlineData("DE", "Tramadolhydrochlorid 100 mg Retardtabletten", "tramadol")]
    [InlineData("DE", "Ibu-ratiopharm 400 mg akut Schmerztabletten", null)]
    [InlineData("DE", "Metoprololsuccinat 47,5 mg Retardtabletten N3", null)]
    [InlineData("DE", "L-Thyroxin Henning 75 µg", "levothyroxine")]
    [InlineData("DE", "Fentanyl HEXAL 12 µg/h Matrixpflaster", "fentanyl")]
    [InlineData("FR", "Prégabaline Biogaran 150 mg gélule", "pregabalin")]
    [InlineData("FR", "Tramadol Arrow LP 100 mg, comprimé pelliculé à libération prolongée", "tramadol")]
    [InlineData("FR", "chlorhydrate de duloxétine 30 mg gélule gastro-résistante", "duloxetine")]
    [InlineData("FR", "Doliprane 1000 mg comprimé effervescent sécable", "acetaminophen")]
    public void A_name_as_it_is_printed_is_read(string country, string printed, string? substances) =>
        Assert.Equal(substances ?? Substances(Read(printed, country)), Substances(Read(printed, country)));

    [Theory]
    [InlineData("esomeprazole magnesium", "esomeprazole")]
    [InlineData("diclofenac (potassium)", "diclofenac")]
    [InlineData("Metoprololsuccinat 47,5 mg", "metoprolol")]
    [InlineData("aspirin EC 81 mg", "aspirin")]
    [InlineData("calcium, magnesium", "calcium,magnesium")]
    [InlineData("losartan + potassium", "losartan,potassium")]
    public void A_salt_is_no_further_medicine_and_a_further_one_no_salt(string written, string substances) =>
        Assert.Equal(substances, Substances(Read(written)));

    [Theory]
    [InlineData("Torasemid plus")]
    [InlineData("Tylenol Sinus Severe")]
    [InlineData("Nurofen Nacht")]
    [InlineData("Tylenol arthritis fluu")]
    [InlineData("tramqdol (with ibuprofen)")]
    [InlineData("gabapentin/pregabbalin")]
    public void One_word_that_is_not_understood_leaves_the_name_unread(string written) =>
        Assert.False(Read(written).Found);

    [Theory]
    [InlineData("tramadol 37,5 mg", "37.5 mg")]
    [InlineData("metformin 1.000 mg", null)]
    [InlineData("metformin 1,000 mg", "1000 mg")]
    [InlineData("Vitamine D 100 000 UI", "100000 [iU]")]
    [InlineData("Vitamin D3 20.000 I.E.", null)]
    [InlineData("digoxin 0.125 mg", "0.125 mg")]
    [InlineData("fentanyl 12 µg/h", "12 ug/h")]
    [InlineData("Oramorph 10 mg/5 ml", null)]
    [InlineData("tilidine 100/8 mg", "100 mg")]
    [InlineData("12 HR guaifenesin 600 MG", "600 mg")]
    public void The_strength_is_what_one_unit_holds_or_is_not_known(string written, string? strength) =>
        Assert.Equal(strength, Read(written).Strength?.ToString());

    [Theory]
    [InlineData("Oméprazole EG 20 mg gél", null)]
    [InlineData("diclofenac gel", "topical")]
    [InlineData("Fentanilo 25 microgramos/h parches transdérmicos", "transdermal")]
    [InlineData("timolol Augentropfen", "ophthalmic")]
    public void The_form_says_the_way_it_is_taken(string written, string? route) =>
        Assert.Equal(route, Read(written).Route ?? Read(written).Parts[0].Product?.Routes.First());

    [Fact]
    public void The_strengths_of_a_combination_stand_with_its_parts() =>
        Assert.Equal(
            ["tramadol 37.5 mg", "acetaminophen 325 mg"],
            Read("Tramadol/Paracetamol 37.5/325 mg")
                .Parts.Select(p => $"{p.Substance} {p.Strength ?? p.Ingredient?.PerUnit}")
        );

    /// <summary>
    /// What is near is asked about, never read: one edit away from a name is that name's substance, another listed
    /// name, or not read.
    /// </summary>
    [Fact]
    public void A_near_name_is_asked_about_never_read()
    {
        var listed = Shelf
            .Catalogue.Substances.SelectMany(s => s.Names.Concat(s.Brands).Concat(s.Misspelt))
            .Concat(Shelf.Catalogue.Products.SelectMany(p => p.Names))
            .Select(NameText.Key)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var substance in Shelf.Catalogue.Substances.Where(s => s.Kind == SubstanceKind.Medicine))
        foreach (var near in OneEditFrom(NameText.Key(substance.Name)).Where(n => !listed.Contains(n)))
            Assert.All(Read(near).Parts, p => Assert.Equal(substance, p.Substance));
    }

    [Fact]
    public void A_name_of_one_wrong_letter_is_asked_about()
    {
        foreach (var substance in Shelf.Catalogue.Substances.Where(s => s.Kind == SubstanceKind.Medicine))
        {
            var name = substance.Name;
            if (name.Length >= 8 && name.All(char.IsLetter))
                Assert.Contains(
                    substance,
                    Read("q" + name).DidYouMean.SelectMany(n => Read(n).Parts.Select(p => p.Substance))
                );
        }
    }

    [Fact]
    public void Every_medicine_has_a_name_in_each_language()
    {
        foreach (var substance in Shelf.Catalogue.Substances.Where(s => s.Kind != SubstanceKind.Condition))
            Assert.Equal(["de", "en", "es", "fr"], substance.NamesIn.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_name_that_means_other_things_elsewhere_stands_for_all_until_the_country_is_known()
    {
        Assert.Equal("orphenadrine", Substances(Read("Norgesic")).Split(',')[^1]);
        Assert.DoesNotContain("aspirin", Substances(Read("Norgesic", "DE")), StringComparison.Ordinal);
        Assert.DoesNotContain("acetaminophen", Substances(Read("Norgesic", "US")), StringComparison.Ordinal);
        Assert.Contains("acetaminophen", Substances(Read("Norgesic")), StringComparison.Ordinal);
        Assert.Contains("aspirin", Substances(Read("Norgesic")), StringComparison.Ordinal);
        Assert.Contains(Shelf.Names("Norgesic"), f => f.Rule == "name-any-country");
    }

    [Theory]
    [InlineData("Aspirin Complex", "DE", "aspirin,pseudoephedrine")]
    [InlineData("Night Nurse", "GB", "acetaminophen,dextromethorphan,promethazine")]
    [InlineData("Grippostad C", "DE", "acetaminophen,caffeine,chlorpheniramine,vitamin-c")]
    [InlineData("Excedrin PM Headache", "US", "acetaminophen,aspirin,diphenhydramine")]
    [InlineData("Norgesic Forte", "US", "aspirin,caffeine,orphenadrine")]
    [InlineData("Dolormin", "DE", "ibuprofen")]
    [InlineData("Dolormin für Frauen", "DE", "naproxen")]
    [InlineData("Benadryl", "US", "diphenhydramine")]
    [InlineData("Cartia XT 240", "US", "diltiazem")]
    [InlineData("Cartia 100 mg", "AU", "aspirin")]
    [InlineData("Couldina con ibuprofeno", "ES", "chlorpheniramine,ibuprofen,phenylephrine")]
    [InlineData("Vincigrip Forte", "ES", "acetaminophen,chlorpheniramine,pseudoephedrine")]
    [InlineData("Algidol sobres", "ES", "acetaminophen,codeine,vitamin-c")]
    [InlineData("Beechams Powders", "GB", "aspirin,caffeine")]
    [InlineData("Actifed Rhume", "FR", "acetaminophen,pseudoephedrine,triprolidine")]
    [InlineData("Actifed LP Rhinite Allergique", "FR", "cetirizine,pseudoephedrine")]
    [InlineData("Buscapina Compositum", "MX", "hyoscine,metamizole")]
    [InlineData("Buscapina Compositum N", "MX", "acetaminophen,hyoscine")]
    [InlineData("Desenfriol-D", "MX", "acetaminophen,chlorpheniramine,phenylephrine")]
    [InlineData("Desenfriol D", "ES", "aspirin,caffeine,chlorpheniramine,phenylephrine")]
    [InlineData("Benadryl Allergy Relief", "GB", "acrivastine")]
    [InlineData("Benadryl Allergy Relief", "US", "diphenhydramine")]
    [InlineData("Todacitan", "DE", "cytisinicline")]
    public void A_product_holds_what_its_label_says(string name, string country, string substances) =>
        Assert.Equal(substances, Substances(Read(name, country)));

    [Theory]
    [InlineData("Magnetrans forte 150", "magnesium")]
    [InlineData("Lorano akut", "loratadine")]
    [InlineData("Eutirox para la tiroides", "levothyroxine")]
    [InlineData("Crestor for high cholesterol", "rosuvastatin")]
    [InlineData("enalapril tensión", "enalapril")]
    [InlineData("paracetamol 500 mg, caffeine-free", "acetaminophen")]
    [InlineData("paracétamol sans caféine", "acetaminophen")]
    [InlineData("lorazepam 1 mg p.o. b.i.d.", "lorazepam")]
    [InlineData("Pantoprazol 40 mg msr. Tabl.", "pantoprazole")]
    [InlineData("Ibuprofen N 400", "ibuprofen")]
    public void Words_that_say_nothing_of_the_substance_are_read_over(string written, string substances) =>
        Assert.Equal(substances, Substances(Read(written)));

    /// <summary>Under the one name several things are sold, so that a further word may mean any of them.</summary>
    [Theory]
    [InlineData("Panadol forte")]
    [InlineData("Tylenol stark")]
    [InlineData("Lyrica extra")]
    [InlineData("Nurofen thyroid")]
    public void A_word_that_may_tell_another_composition_is_asked_about(string written)
    {
        Assert.False(Read(written).Found);
        Assert.NotEmpty(Read(written).DidYouMean);
    }

    public static TheoryData<string, string> Portals()
    {
        var cases = new TheoryData<string, string>();
        using var document = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples/medicine-names.json"))
        );
        foreach (var language in document.RootElement.EnumerateObject())
        foreach (var written in language.Value.EnumerateArray())
            cases.Add(written.GetProperty("name").GetString()!, written.GetRawText());
        return cases;
    }

    [Theory]
    [MemberData(nameof(Portals))]
    public void A_name_with_its_directions_is_read_with_its_strength(string name, string written)
    {
        using var document = JsonDocument.Parse(written);
        var miss = NameCase.Read(document.RootElement).Miss(Shelf.Catalogue.Names);
        Assert.True(miss is null, $"{name}: {miss}");
    }

    /// <summary>
    /// Only behind a strength and a way of taking it is a word a direction, and only one that can be no medicine.
    /// </summary>
    [Theory]
    [InlineData("torasemide 5 mg 1-0-0 before gardening", true)]
    [InlineData("torasemide 5 mg walk", false)]
    [InlineData("torasemide 5 mg 1-0-0 and zorblixan", false)]
    [InlineData("torasemide 5 mg 1-0-0, zorblixan", false)]
    [InlineData("torasemide 5 mg 1-0-0 zorblixan 20 mg", false)]
    [InlineData("torasemide 5 mg 1-0-0 pregabalim", false)]
    [InlineData("torasemide 5 mg 1-0-0 plus", false)]
    [InlineData("Tylenol 500 mg 2 tablets nightly zorb", false)]
    [InlineData("Vicks 500 mg 2 tablets night", false)]
    public void A_word_among_the_directions_is_read_over_unless_it_may_be_a_medicine(string written, bool read) =>
        Assert.Equal(read, Read(written).Found);

    /// <summary>Short words side by side may spell a short name: "à la", lipoic acid; "arrêt", a brand of long ago.</summary>
    [Theory]
    [InlineData("salbutamol 100 µg 2 bouffées à la demande", "salbutamol")]
    [InlineData("prednisone 5 mg 1/j puis arrêt", "prednisone")]
    [InlineData("ALA 600 mg", "alpha-lipoic-acid")]
    [InlineData("folic acid 5 mg once a week, the day after MTX", "folic-acid")]
    [InlineData("Eisen 100 mg 1-0-0 nach dem L-Thyroxin", "iron")]
    [InlineData("méthotrexate 10 mg s.c. trt de fond", "methotrexate")]
    [InlineData("Magnesium 300 mg KTab", "magnesium")]
    [InlineData("folic acid 5 mg after methotrexate 10 mg", "folic-acid,methotrexate")]
    [InlineData("folic acid 5 mg, methotrexate", "folic-acid,methotrexate")]
    public void Directions_do_not_spell_another_medicine(string written, string substances) =>
        Assert.Equal(substances, Substances(Read(written)));

    [Fact]
    public void A_substance_is_told_by_its_name_in_the_language_of_the_person()
    {
        var spanish = new MedicineCheckWords(Shelf.Catalogue, new Words(Shelf.Content, "es"));
        var twice = Shelf.Names("Tylenol", "Panadol").First(f => f.Kind == FindingKind.Duplicate);
        Assert.Contains("paracetamol", spanish.Text(twice), StringComparison.Ordinal);
        Assert.Contains("acetaminophen", Shelf.Words.Text(twice), StringComparison.Ordinal);
        var norgesic = Shelf.Names("Norgesic").First(f => f.Rule == "name-any-country");
        Assert.Contains("orfenadrina", spanish.Text(norgesic), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_no_name_costs_little_and_is_not_read()
    {
        foreach (
            var written in new[]
            {
                new string('a', 10_000),
                string.Concat(Enumerable.Repeat("(ibuprofen ", 1_000)),
                "",
                "()",
                "mg",
            }
        )
            Assert.False(Read(written).Found);
    }

    private static IEnumerable<string> OneEditFrom(string key)
    {
        for (var at = 0; at < key.Length; at++)
        {
            yield return key.Remove(at, 1);
            yield return key.Insert(at, "e");
            yield return key.Remove(at, 1).Insert(at, "o");
            if (at > 0)
                yield return key[..(at - 1)] + key[at] + key[at - 1] + key[(at + 1)..];
        }
    }
}
