using System.Text.RegularExpressions;
using Inomya.Content;
using Inomya.Tests.Questionnaires;
using Inomya.Tests.Support;

namespace Inomya.Tests.Content;

/// <summary>Every word a person sees is in content/locales, and every word there is seen.</summary>
public partial class WordsTests
{
    /// <summary>What people are asked to read; the names of medicines, measures and places are not prose.</summary>
    private const double GradeAllowed = 7.0;

    /// <summary>
    /// Words (or, with a point at the end, rooms of words) that are written and whose page is on its way. A word that
    /// is not used in the end is taken out here and there.
    /// </summary>
    private static readonly string[] Waiting = ["medicine-check.", "crisis.", "red-flags."];

    private static readonly Words English = new(ContentCheck.Content);
    private static readonly string[] Sources =
    [
        .. Repository
            .Files("src", ".cs", ".razor")
            .Where(f => !f.Contains("Migrations", StringComparison.Ordinal))
            .Select(File.ReadAllText),
    ];

    public static TheoryData<string> Files => [.. ContentCheck.Content.Files("locales", "*.json")];

    public static TheoryData<string> Languages => [.. Words.Languages(ContentCheck.Content)];

    [Theory, MemberData(nameof(Files))]
    public async Task Every_file_of_words_keeps_to_its_schema(string file) =>
        Assert.Equal("", await ContentCheck.AgainstAsync("locale.schema.json", file));

    [Theory, MemberData(nameof(Languages))]
    public void No_key_stands_in_two_files(string language) =>
        Assert.NotEmpty(new Words(ContentCheck.Content, language).Keys);

    [Fact]
    public void Every_key_that_the_code_names_exists()
    {
        var named = Sources.SelectMany(s => Named().Matches(s)).Select(m => m.Groups["key"].Value).Distinct().ToList();
        Assert.True(named.Count > 100);
        Assert.Empty(named.Where(key => !English.Has(key)).Order());
    }

    [Fact]
    public void Every_number_of_things_has_its_singular_and_plural()
    {
        var counted = Sources
            .SelectMany(s => Counted().Matches(s))
            .Select(m => m.Groups["key"].Value)
            .Distinct()
            .ToList();
        Assert.NotEmpty(counted);
        Assert.DoesNotContain(counted, key => !English.Has($"{key}.one") || !English.Has($"{key}.other"));
    }

    [Fact]
    public void Every_family_that_the_code_builds_keys_of_has_words()
    {
        var families = Families();
        Assert.NotEmpty(families);
        Assert.Empty(families.Where(f => !English.Keys.Any(k => k.StartsWith(f, StringComparison.Ordinal))).Order());
    }

    [Fact]
    public void Every_key_is_used()
    {
        var (families, all) = (Families(), string.Concat(Sources));
        Assert.Empty(
            English
                .Keys.Where(key =>
                    !Waiting.Any(w => key.StartsWith(w, StringComparison.Ordinal))
                    && !families.Any(f => key.StartsWith(f, StringComparison.Ordinal))
                    && !Stems(key).Any(stem => all.Contains($"\"{stem}\"", StringComparison.Ordinal))
                    && !IsOfContent(key)
                )
                .Order()
        );
    }

    [Theory]
    [InlineData("Title=\"Nothing has been written yet\"", true)]
    [InlineData("<p>You can change it later.</p>", true)]
    [InlineData("var name = \"measure.pain\";", false)]
    [InlineData("throw new ArgumentException(\"That is another person.\")", false)]
    public void The_look_for_sentences_sees_one(string line, bool found) =>
        Assert.Equal(found, Sentences().IsMatch(line) && !DeveloperLine().IsMatch(line));

    [Fact]
    public void No_sentence_for_people_stands_in_the_code()
    {
        var found = new List<string>();
        foreach (var file in Repository.Files("src", ".cs", ".razor").Where(f => !IsForDevelopers(f)))
        {
            var code = Comments().Replace(File.ReadAllText(file), "");
            foreach (Match text in Sentences().Matches(code))
                if (!DeveloperLine().IsMatch(LineOf(code, text.Index)))
                    found.Add($"{Path.GetRelativePath(Repository.Root, file)}: {text.Value}");
        }
        Assert.Empty(found);
    }

    [Fact]
    public void What_people_read_is_easy_to_read()
    {
        var hard = new List<string>();
        foreach (
            var file in ContentCheck
                .Content.Files("locales/en", "*.json")
                .Where(f => !f.EndsWith("/instruments.json", StringComparison.Ordinal))
        )
        {
            // a sentence or two alone swings too far: the prose of a room is graded as a whole
            var prose = string.Join(
                ' ',
                ContentCheck
                    .Content.ReadWords(file)
                    .Values.Where(t => ReadingGrade.WordsOf(t) >= 5)
                    .Select(t => Placeholder().Replace(t, "it"))
                    .Select(t => t.EndsWith('.') ? t : $"{t}.")
            );
            if (ReadingGrade.WordsOf(prose) >= 60 && ReadingGrade.Of(prose) > GradeAllowed)
                hard.Add(FormattableString.Invariant($"{file}: {ReadingGrade.Of(prose):0.0}"));
        }
        Assert.Empty(hard);
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_translation_has_every_key_of_English_and_no_other(string language)
    {
        var own = Own(language);
        var missing = English.Keys.Where(key => !own.ContainsKey(key) && !IsOptional(key)).Order().ToList();
        Assert.True(
            missing.Count == 0,
            $"{language} lacks {missing.Count} words:{Environment.NewLine}{string.Join(Environment.NewLine, missing)}"
        );
        Assert.Empty(
            own.Keys.Where(key =>
                    !English.Has(key)
                    && !(
                        PluralForm().Replace(key, "") is var stem
                        && stem != key
                        && English.Has($"{stem}.{Plurals.Other}")
                    )
                )
                .Order()
        );
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_translation_fills_in_the_same_names(string language)
    {
        var wrong = new List<string>();
        foreach (var (key, text) in Own(language))
        {
            var english = English.Has(key) ? English[key] : English[$"{PluralForm().Replace(key, "")}.{Plurals.Other}"];
            var (mine, theirs) = (Names(text), Names(english));
            // "one" may leave the number out: "a day"
            if (
                !mine.IsSubsetOf(theirs)
                || theirs.Except(mine).Any(name => !(name == "{n}" && PluralForm().IsMatch(key)))
            )
                wrong.Add($"{key}: {text}");
        }
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>
    /// Questionnaires are translated only where the owner's own translation may be used; other words for a measure are
    /// as many as a language has.
    /// </summary>
    private static bool IsOptional(string key) =>
        key.StartsWith("instrument", StringComparison.Ordinal)
        || (key.StartsWith("measure.", StringComparison.Ordinal) && key.EndsWith(".said", StringComparison.Ordinal))
        || key.StartsWith("classification.", StringComparison.Ordinal);

    private static Dictionary<string, string> Own(string language) =>
        ContentCheck
            .Content.Files($"locales/{language}", "*.json")
            .SelectMany(f => ContentCheck.Content.ReadWords(f))
            .ToDictionary();

    private static HashSet<string> Names(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    private static List<string> Families() =>
        [
            .. Sources
                .SelectMany(s => Built().Matches(s))
                .Select(m => m.Groups["family"].Value)
                .Where(f => f.Contains('.', StringComparison.Ordinal))
                .Distinct(),
        ];

    /// <summary>
    /// Keys that the code reaches by way of content: an instrument's own, what a score is called, the group of a
    /// region, a red flag's questions.
    /// </summary>
    private static bool IsOfContent(string key) =>
        ((string[])["instrument", "classification.", "region-group.", "red-flag."]).Any(f =>
            key.StartsWith(f, StringComparison.Ordinal)
        );

    /// <summary>
    /// The key without its plural, and everything it begins with: a part or two may be put on it by the code.
    /// </summary>
    private static IEnumerable<string> Stems(string key)
    {
        yield return key;
        for (
            var stem = Plural().Replace(key, "");
            stem.Contains('.', StringComparison.Ordinal);
            stem = stem[..stem.LastIndexOf('.')]
        )
            yield return stem;
    }

    /// <summary>
    /// The command line speaks English to hosts and scripts; the analysis, storage and content name mistakes of
    /// developers.
    /// </summary>
    private static bool IsForDevelopers(string file) =>
        (
            (string[])["src/Inomya.Cli/", "src/Inomya.Analysis/", "/Migrations/", "/Journals/", "src/Inomya/Accounts/"]
        ).Any(f => file.Replace('\\', '/').Contains(f, StringComparison.Ordinal));

    private static string LineOf(string code, int at) =>
        code[(code.LastIndexOf('\n', at) + 1)..(code.IndexOf('\n', at) is var end and > 0 ? end : code.Length)];

    [GeneratedRegex("""[Ww]ords\[\s*"(?<key>[a-z0-9-]+\.[A-Za-z0-9._-]+)"\s*[\],]""")]
    private static partial Regex Named();

    [GeneratedRegex("""[Ww]ords\.Count\(\s*"(?<key>[A-Za-z0-9._-]+)""")]
    private static partial Regex Counted();

    [GeneratedRegex("""\$"(?<family>[a-z][a-z0-9-]*\.[A-Za-z0-9._-]*)\{""")]
    private static partial Regex Built();

    [GeneratedRegex(@"\.(one|other)$")]
    private static partial Regex Plural();

    [GeneratedRegex(@"\.(zero|one|two|few|many|other)$")]
    private static partial Regex PluralForm();

    [GeneratedRegex(@"\{[a-z-]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        """^\s*//.*$|@\*.*?\*@|(?<=[;{},)])\s+//.*$""",
        RegexOptions.Multiline | RegexOptions.Singleline & 0
    )]
    private static partial Regex Comments();

    /// <summary>A capital, then at least two more words.</summary>
    [GeneratedRegex("""(?<=[">])[A-Z][a-z']+,? [a-z']+,? [A-Za-z'][^"<>{}]*(?=["<])""")]
    private static partial Regex Sentences();

    [GeneratedRegex("Exception|throw |Description =|=> Fail")]
    private static partial Regex DeveloperLine();
}
