using Inomya.Content;
using Inomya.SupportPacks;
using Inomya.Tests.Medicines;
using Inomya.Tests.Questionnaires;
using Inomya.Tests.Support;
using NodaTime;

namespace Inomya.Tests.SupportPacks;

/// <summary>Lists of help by country: those we ship, and those of others, whatever stands in them.</summary>
public class SupportPackTests
{
    private static readonly LocalDate Expiry = new(2027, 11, 30);

    /// <summary>A list as an association writes it.</summary>
    private const string Good = """
        country: NL
        maintained-by: "Vereniging Voorbeeld"
        expires: 2027-11-30
        entries:
          - id: first
            kind: group
            name: "Groep Zuid"
            what:
              nl: "Komt elke maand bijeen."
            address: https://example.org/zuid
            phone: "+31 20 555 01 00"
            languages: [nl, fry]
            scope: region
            region: "Zuid"
            costs: members
            source: "our own board"
            checked: 2026-11-30
            verified: seen
        """;

    private static readonly string Memory = Good[Good.IndexOf("  - id", StringComparison.Ordinal)..]
        .Replace("id: first", "id: second", StringComparison.Ordinal)
        .Replace("Groep Zuid", "Groep Noord", StringComparison.Ordinal)
        .Replace("verified: seen", "verified: memory", StringComparison.Ordinal);

    private static readonly SupportShelf Shipped = SupportShelf.Read(Shelf.Content);

    public static TheoryData<string> Files => [.. Shelf.Content.Files("support", "*.yaml")];

    public static TheoryData<string> Languages => [.. Words.Languages(Shelf.Content)];

    public static TheoryData<PackProblem> Problems => [.. Enum.GetValues<PackProblem>()];

    [Theory, MemberData(nameof(Files))]
    public async Task A_list_keeps_to_its_schema(string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync("support-pack.schema.json", file));

    [Theory, MemberData(nameof(Files))]
    public void A_list_stands_in_the_file_of_its_country(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var text = File.ReadAllText(Path.Combine(Shelf.Content.Path, file));
        Assert.Equal(name == "international" ? null : name, PackReader.Read(file, text).Pack!.Country);
    }

    [Fact]
    public void What_we_ship_was_looked_up_all_of_it_with_a_source_and_a_day_and_says_until_when()
    {
        Assert.All(Shipped.Packs, pack => Assert.Equal(0, pack.FromMemory));
        var entries = Shipped.Packs.SelectMany(p => p.Entries.Select(e => (Pack: p, Entry: e))).ToList();
        Assert.True(entries.Count >= 80);
        Assert.All(entries, e => Assert.True(e.Entry.Source.Length >= 5, e.Entry.Id));
        Assert.All(entries, e => Assert.InRange(e.Entry.Checked, new LocalDate(2026, 11, 1), e.Pack.Expires));
        // nobody's word may be shown as current for longer than a year without a new look
        Assert.All(entries, e => Assert.True(e.Pack.Expires <= e.Entry.Checked.PlusYears(1), e.Entry.Id));
    }

    [Fact]
    public void The_countries_that_were_looked_up_have_a_list_and_no_country_has_two() =>
        Assert.Equal(
            "AR AT AU BE CA CH CL CO DE DK ES FR GB IE IT MX NL NZ PT US",
            string.Join(' ', Shipped.Packs.Select(p => p.Country).OfType<string>().Order(StringComparer.Ordinal))
        );

    [Theory, MemberData(nameof(Languages))]
    public void Kinds_costs_and_languages_of_what_we_ship_have_their_words(string language)
    {
        var words = new Words(Shelf.Content, language);
        IEnumerable<string> keys =
        [
            .. Enum.GetValues<SupportKind>().Select(k => $"support.kind.{k.ToString().ToLowerInvariant()}"),
            .. Enum.GetValues<SupportCosts>().Select(c => $"support.costs.{c.ToString().ToLowerInvariant()}"),
            .. Shipped
                .Packs.SelectMany(p => p.Entries)
                .SelectMany(e => e.Languages)
                .Distinct()
                .Select(l => $"support.language.{l}"),
        ];
        Assert.All(keys, key => Assert.Equal(language, words.LanguageOf(key)));
    }

    [Fact]
    public void A_list_of_an_association_is_read_as_it_stands()
    {
        var pack = Assert.IsType<SupportPack>(PackReader.Read("nl.yaml", Good).Pack);
        Assert.Equal(("NL", "Vereniging Voorbeeld", Expiry), (pack.Country, pack.MaintainedBy, pack.Expires));
        var entry = Assert.Single(pack.Entries);
        Assert.Equal(
            (SupportKind.Group, SupportScope.Region, SupportCosts.Members, "Zuid", "+31 20 555 01 00"),
            (entry.Kind, entry.Scope, entry.Costs, entry.Region, entry.Phone)
        );
        Assert.Equal(("Komt elke maand bijeen.", "nl"), entry.WhatIn("es"));
        Assert.Equal("example.org/zuid", entry.AddressText);
        Assert.True(entry.IsOwnWord);
    }

    [Fact]
    public void What_nobody_looked_up_is_counted_and_never_among_the_entries()
    {
        var pack = Assert.IsType<SupportPack>(PackReader.Read("nl.yaml", $"{Good}\n{Memory}").Pack);
        Assert.Equal("Groep Zuid", Assert.Single(pack.Entries).Name);
        Assert.Equal(1, pack.FromMemory);
    }

    [Fact]
    public void A_list_is_old_from_the_day_after_it_expires()
    {
        var pack = PackReader.Read("nl.yaml", Good).Pack!;
        Assert.False(pack.IsOldOn(Expiry));
        Assert.True(pack.IsOldOn(Expiry.PlusDays(1)));
    }

    [Fact]
    public void A_letter_that_poses_as_another_is_seen_in_the_address()
    {
        var text = Good.Replace("https://example.org/zuid", "https://exаmple.org", StringComparison.Ordinal);
        Assert.Equal("xn--exmple-4nf.org", PackReader.Read("nl.yaml", text).Pack!.Entries[0].AddressText);
    }

    [Theory]
    [InlineData("country: NL", "country: Holland", 1, PackProblem.NotACountry)]
    [InlineData("maintained-by:", "maintained_by:", 2, PackProblem.UnknownField)]
    [InlineData("maintained-by: \"Vereniging Voorbeeld\"", "", 1, PackProblem.Missing)]
    [InlineData("expires: 2027-11-30", "expires: next year", 3, PackProblem.NotADay)]
    [InlineData("kind: group", "kind: club", 6, PackProblem.NotOneOf)]
    [InlineData("name: \"Groep Zuid\"", "name: Groep: Zuid", 7, PackProblem.NotYaml)]
    [InlineData("nl: \"Komt elke maand bijeen.\"", "nl: \"\"", 9, PackProblem.Missing)]
    [InlineData("nl: \"Komt", "Dutch: \"Komt", 9, PackProblem.NotALanguage)]
    [InlineData("https://example.org/zuid", "javascript:alert(1)", 10, PackProblem.NotAnAddress)]
    [InlineData("https://example.org/zuid", "https://bank.example@evil.example", 10, PackProblem.NotAnAddress)]
    [InlineData("https://example.org/zuid", "example.org", 10, PackProblem.NotAnAddress)]
    [InlineData("+31 20 555 01 00", "call us", 11, PackProblem.NotANumber)]
    [InlineData("[nl, fry]", "nl", 12, PackProblem.NotAList)]
    [InlineData("    region: \"Zuid\"\n", "", 5, PackProblem.Missing)]
    [InlineData("checked: 2026-11-30", "checked: 2028-01-01", 17, PackProblem.AfterExpiry)]
    [InlineData("verified: seen", "verified: surely", 18, PackProblem.NotOneOf)]
    [InlineData("  - id: first", "  - just a name\n  - id: first", 5, PackProblem.NotAList)]
    [InlineData("kind: group", "kind: &a group\n    costs: *a", 7, PackProblem.TooDeep)]
    public void A_fault_is_told_with_its_line_and_nothing_of_the_list_is_used(
        string good,
        string bad,
        long line,
        PackProblem problem
    )
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var reading = PackReader.Read("nl.yaml", Good.Replace(good, bad, StringComparison.Ordinal));
        Assert.Null(reading.Pack);
        Assert.Contains(reading.Faults, f => f.Problem == problem && f.Line == line);
    }

    [Fact]
    public void Every_fault_of_a_list_is_told_at_once()
    {
        var text = Good.Replace("kind: group", "kind: club", StringComparison.Ordinal)
            .Replace("costs: members", "costs: a little", StringComparison.Ordinal);
        Assert.Equal("6 15", string.Join(' ', PackReader.Read("nl.yaml", text).Faults.Select(f => f.Line)));
    }

    [Fact]
    public void An_id_that_was_given_before_is_refused() =>
        Assert.Equal(
            PackProblem.SameId,
            Assert
                .Single(
                    PackReader
                        .Read("nl.yaml", $"{Good}\n{Memory.Replace("second", "first", StringComparison.Ordinal)}")
                        .Faults
                )
                .Problem
        );

    [Fact]
    public void A_file_that_would_break_the_reader_is_refused_before_it_is_read()
    {
        Assert.Equal(PackProblem.TooDeep, FaultOf(new string('[', 100_000)));
        Assert.Equal(PackProblem.TooLong, FaultOf(new string(' ', PackReader.MostCharacters + 1)));
        Assert.Equal(PackProblem.NotYaml, FaultOf(""));
        Assert.Equal(PackProblem.NotYaml, FaultOf("\0\u0001: {"));
    }

    private static PackProblem FaultOf(string text) => Assert.Single(PackReader.Read("nl.yaml", text).Faults).Problem;

    [Theory, MemberData(nameof(Problems))]
    public void Each_fault_has_its_sentence_with_file_and_line_in_each_language(PackProblem problem)
    {
        foreach (var language in Words.Languages(Shelf.Content))
        {
            var text = new PackFault("nl.yaml", 7, problem, "kind", "group").In(new Words(Shelf.Content, language));
            Assert.Contains("nl.yaml", text, StringComparison.Ordinal);
            Assert.Contains("7", text, StringComparison.Ordinal);
            Assert.DoesNotContain("support.fault", text, StringComparison.Ordinal);
            Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_malformed_list_of_our_own_ends_the_start_with_its_file_and_line()
    {
        using var faulty = new FaultyContent("support/NL.yaml", "kind: rights", "kind: club");
        var refused = Assert.Throws<ContentException>(() => SupportShelf.Read(faulty.Content));
        Assert.Contains("support/NL.yaml: line ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_read_file_by_file_and_one_that_cannot_be_opened_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-packs-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "b.yaml"), Good);
        await File.WriteAllTextAsync(Path.Combine(folder, "a.yaml"), "country: [");
        await File.WriteAllTextAsync(Path.Combine(folder, "notes.txt"), "not a list");
        File.CreateSymbolicLink(Path.Combine(folder, "c.yaml"), Path.Combine(folder, "gone"));
        var read = await PackFolder.ReadAsync(folder, CancellationToken.None);
        Directory.Delete(folder, recursive: true);
        Assert.Equal(
            "a.yaml NotYaml, b.yaml , c.yaml Unreadable",
            string.Join(", ", read.Select(r => $"{r.File} {string.Join(' ', r.Faults.Select(f => f.Problem))}"))
        );
        Assert.Empty(await PackFolder.ReadAsync(folder, CancellationToken.None));
        Assert.Empty(await PackFolder.ReadAsync(null, CancellationToken.None));
    }
}
