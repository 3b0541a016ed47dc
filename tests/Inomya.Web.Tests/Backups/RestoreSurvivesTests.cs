using System.Net;
using System.Net.Http.Json;
using Inomya.Checkins;
using Inomya.Journals;
using Inomya.Web.Shell;
using Inomya.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Inomya.Web.Tests.Backups;

/// <summary>A journal is put back while pages are open and forms wait on a device.</summary>
public class RestoreSurvivesTests
{
    private static readonly BackupKey Key = BackupKey.FromPassphrase("four words on paper");

    private static async Task<string> BackUpAsync(Journal journal)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("inomya-kept-").FullName, "one.backup");
        await Backup.WriteAsync(
            journal.Store.Place,
            file,
            Key,
            Path.GetDirectoryName(journal.Store.Place.File)!,
            journal.Store.Clock
        );
        return file;
    }

    private static async Task PutBackAsync(Site site, string file)
    {
        var running = site.Services.GetRequiredService<RunningJournal>();
        await running.EnterAsync(); // the request that restores
        await running.RestoreAsync(file, Key);
        running.Leave();
    }

    private static async Task<string> SendAsync(Site site, Journal journal, string submission, string pain)
    {
        using var answer = await site.Http.PostAsJsonAsync(
            "/outbox",
            new
            {
                again = true,
                fields = new string[][]
                {
                    ["_handler", "checkin"],
                    ["day", IsoDay.Iso(journal.Today)],
                    ["submission", submission],
                    ["m-pain", pain],
                },
            }
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<IReadOnlyList<Entry>> NowAsync(Site site, Journal journal)
    {
        var (store, person) = await site.Services.GetRequiredService<RunningJournal>().EnterAsync();
        return await (await store.OfAsync(person)).EntriesAsync(journal.Today, journal.Today);
    }

    [Fact]
    public async Task A_form_that_waits_on_a_device_is_taken_into_the_journal_that_was_put_back_once()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        var (before, after) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        Assert.Contains("\"to\"", await SendAsync(site, journal, before, "3"), StringComparison.Ordinal);
        var file = await BackUpAsync(journal);
        // taken, but its answer was lost on the way: the device keeps it
        Assert.Contains("\"to\"", await SendAsync(site, journal, after, "6"), StringComparison.Ordinal);
        await PutBackAsync(site, file);
        Assert.Equal(3, Assert.Single(await NowAsync(site, journal)).Value);

        Assert.Contains("\"to\"", await SendAsync(site, journal, after, "6"), StringComparison.Ordinal);
        Assert.Contains("\"to\"", await SendAsync(site, journal, after, "6"), StringComparison.Ordinal);
        Assert.Equal(6, Assert.Single(await NowAsync(site, journal)).Value);
        // what the backup holds already is not taken a second time: the newer answer stays
        Assert.Contains("\"to\"", await SendAsync(site, journal, before, "3"), StringComparison.Ordinal);
        Assert.Equal(6, Assert.Single(await NowAsync(site, journal)).Value);
    }

    [Fact]
    public async Task A_page_that_was_open_is_answered_in_words_and_its_form_is_recorded()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        await using var site = await Site.OfAsync(journal);
        var file = await BackUpAsync(journal);
        var change = await journal.RecordAsync(
            new Draft("checkin", null, journal.Today).Add(
                new Note
                {
                    Day = journal.Today,
                    Text = "since then",
                    Source = "checkin",
                }
            )
        );
        using var client = new HttpClient { BaseAddress = new Uri(site.Url) };
        var day = $"/checkin/{IsoDay.Iso(journal.Today)}";
        var form = (await MalformedTests.FormsAsync(client, day)).First(f => f.Fields.Any(x => x.Name == "m-pain"));
        var undo = (
            await MalformedTests.FormsAsync(client, $"/days/{IsoDay.Iso(journal.Today)}?saved={change!.Id}")
        ).FirstOrDefault(f => f.Fields.Any(x => x.Value == change.Id.ToString()));
        await PutBackAsync(site, file);

        var fields = form.Fields.Where(f => f.Name != "m-pain").Append(("m-pain", "7"));
        await SendFormAsync(client, form.Action, fields.Select(f => (f.Item1, f.Item2)));
        Assert.Equal(7, Assert.Single(await NowAsync(site, journal), e => e.Measure == "pain").Value);
        // what it would undo is not in this journal: words, and no failure
        Assert.NotNull(undo);
        await SendFormAsync(client, undo.Action, undo.Fields.Select(f => (f.Name, f.Value)));
        Assert.Single(await NowAsync(site, journal), e => e.Measure == "pain");
        foreach (
            var path in (string[])["/", "/days", "/findings", $"/days/{IsoDay.Iso(journal.Today)}?saved={change.Id}"]
        )
        {
            using var page = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    private static async Task SendFormAsync(HttpClient client, string action, IEnumerable<(string, string)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await client.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), content);
        Assert.True((int)answer.StatusCode < 500, $"{action}: {answer.StatusCode}");
    }
}
