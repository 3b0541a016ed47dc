using System.Net;
using Inomya.Content;
using Inomya.Journals;
using Inomya.Web.Tests.Support;

namespace Inomya.Web.Tests;

/// <summary>The person reads who came to their journal, in sentences.</summary>
public class AccessPageTests
{
    private static Audit Seen(string area) =>
        new()
        {
            Account = "7",
            Name = "<b>Maria</b>",
            Role = AuditRole.Clinician,
            Act = AuditAct.Saw,
            Area = area,
            Way = AuditWay.Link,
        };

    [Theory]
    [InlineData("en", "<b>Maria</b> (treats you) looked at your report, by a link.", "Nobody but you")]
    [InlineData("es", "<b>Maria</b> (te trata) miró tu informe, por un enlace.", "Nadie más que tú")]
    public async Task Who_looked_is_told_in_the_persons_language(string language, string sentence, string none)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        site.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        Assert.Contains(none, await PageAsync(site), StringComparison.Ordinal);
        await journal.AuditAsync(Seen("report"));
        var page = await PageAsync(site);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain(none, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Maria", await site.Http.GetStringAsync("/access"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_without_a_word_is_a_part_of_the_journal()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        await journal.AuditAsync(Seen("area-of-a-newer-version"));
        Assert.Contains("looked at a part of your journal", await PageAsync(site), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_is_not_told()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        var other = await journal.Store.OfAsync((await journal.Store.AddPersonAsync("Ben", "Europe/Madrid")).Id);
        await other.AuditAsync(Seen("report"));
        await using var site = await Site.OfAsync(journal);
        Assert.DoesNotContain("Maria", await PageAsync(site), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_can_be_noted_has_words_in_every_language()
    {
        var content = new ContentFolder();
        foreach (var words in Words.Languages(content).Select(l => new Words(content, l)))
        foreach (
            var key in Enum.GetNames<AuditRole>()
                .Select(r => $"access.role.{r}")
                .Concat(Enum.GetNames<AuditWay>().Select(w => $"access.way.{w}"))
                .Concat(Enum.GetNames<AuditAct>().Select(a => $"access.{a}"))
        )
            Assert.Equal(words.Language, words.LanguageOf(key.ToLowerInvariant()));
    }

    private static async Task<string> PageAsync(Site site) =>
        WebUtility.HtmlDecode(await site.Http.GetStringAsync("/access"));
}
