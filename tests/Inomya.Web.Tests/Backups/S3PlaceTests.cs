using Inomya.Backups;
using NodaTime;

namespace Inomya.Web.Tests.Backups;

/// <summary>A store in the network gets sealed files alone, and half a copy is none.</summary>
public class S3PlaceTests
{
    private const string Id = "0a1b2c3d";
    private static readonly string Name = BackupNames.Of(Id, Instant.FromUtc(2026, 11, 30, 2, 0));

    private static S3Place Place(string url, string bucket = S3Store.Bucket) =>
        new(new S3Settings(url, bucket, "home/", "us-east-1", S3Store.AccessKey, ""), "a secret", Id);

    private static string Sealed(int bytes = 300_000)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("inomya-sealed-").FullName, "sealed");
        File.WriteAllBytes(file, [.. Enumerable.Range(0, bytes).Select(i => (byte)(i * 7))]);
        return file;
    }

    [Fact]
    public async Task A_copy_is_put_listed_fetched_and_removed()
    {
        await using var store = await S3Store.StartAsync();
        var (place, file) = (Place(store.Url), Sealed());
        store.Objects["home/inomya-ffffffff-20261130T020000Z.backup"] = [1];
        store.Objects["elsewhere"] = [1];
        await place.PutAsync(file, Name);
        var copy = Assert.Single(await place.CopiesAsync());
        Assert.Equal((Name, 300_000L), (copy.Name, copy.Bytes));
        var back = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await place.FetchAsync(Name, back);
        Assert.Equal(await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(back));
        await place.DeleteAsync(Name);
        Assert.Empty(await place.CopiesAsync());
        Assert.Equal(2, store.Objects.Count);
    }

    [Fact]
    public async Task An_upload_that_breaks_in_the_middle_leaves_nothing_that_counts_and_the_next_one_cleans_up()
    {
        await using var store = await S3Store.StartAsync();
        var place = Place(store.Url);
        store.BreaksUploads = true;
        var broken = await Assert.ThrowsAsync<BackupPlaceException>(() => place.PutAsync(Sealed(), Name));
        Assert.Equal("store-no-answer", broken.Why);
        Assert.DoesNotContain("a secret", broken.ToString(), StringComparison.Ordinal);
        Assert.Single(store.Objects);
        Assert.Empty(await place.CopiesAsync());
        store.BreaksUploads = false;
        await place.PutAsync(Sealed(), Name);
        Assert.Equal([$"home/{Name}", $"home/{Name}.whole"], store.Objects.Keys.Order());
    }

    [Fact]
    public async Task A_store_that_loses_half_and_says_all_is_well_is_found_out()
    {
        await using var store = await S3Store.StartAsync();
        store.LosesHalf = true;
        var lost = await Assert.ThrowsAsync<BackupPlaceException>(() => Place(store.Url).PutAsync(Sealed(), Name));
        Assert.Equal("half-copy", lost.Why);
        Assert.Empty(store.Objects);
    }

    [Fact]
    public async Task What_is_wrong_is_told_apart()
    {
        await using var store = await S3Store.StartAsync();
        Assert.Equal("store-bucket", await WhyAsync(Place(store.Url, "another")));
        store.RefusesKey = true;
        Assert.Equal("store-key", await WhyAsync(Place(store.Url)));
        Assert.Equal("store-no-answer", await WhyAsync(Place("http://127.0.0.1:1")));

        static async Task<string> WhyAsync(S3Place place) =>
            (await Assert.ThrowsAsync<BackupPlaceException>(() => place.CopiesAsync())).Why;
    }

    [Fact]
    public async Task Nothing_of_a_name_tells_more_than_the_time()
    {
        await using var store = await S3Store.StartAsync();
        await Place(store.Url).PutAsync(Sealed(10), Name);
        Assert.Equal(
            [$"home/inomya-{Id}-20261130T020000Z.backup", $"home/inomya-{Id}-20261130T020000Z.backup.whole"],
            store.Objects.Keys.Order()
        );
    }
}
