using Inomya.Backups;
using NodaTime;

namespace Inomya.Tests.Backups;

/// <summary>Copies in a folder: only whole ones count, and only in the folder that was chosen.</summary>
public class FolderPlaceTests
{
    private const string Id = "0a1b2c3d";
    private static readonly string Name = BackupNames.Of(Id, Instant.FromUtc(2026, 11, 30, 2, 0));

    private static (FolderPlace Place, string Folder) Chosen()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-place-").FullName;
        var place = new FolderPlace(folder, Id);
        place.Choose();
        return (place, folder);
    }

    private static string Sealed()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("inomya-sealed-").FullName, "sealed");
        File.WriteAllBytes(file, [1, 2, 3]);
        return file;
    }

    [Fact]
    public async Task A_copy_is_known_by_its_name_and_fetched_as_it_was()
    {
        var (place, _) = Chosen();
        await place.PutAsync(Sealed(), Name);
        var copy = Assert.Single(await place.CopiesAsync());
        Assert.Equal((Name, Instant.FromUtc(2026, 11, 30, 2, 0), 3L), (copy.Name, copy.MadeAt, copy.Bytes));
        var back = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await place.FetchAsync(Name, back);
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(back));
    }

    [Fact]
    public async Task Half_a_copy_and_the_copy_of_another_installation_are_none()
    {
        var (place, folder) = Chosen();
        await File.WriteAllBytesAsync(Path.Combine(folder, BackupNames.Half(Name)), [1]);
        await File.WriteAllBytesAsync(
            Path.Combine(folder, Name.Replace(Id, "ffffffff", StringComparison.Ordinal)),
            [1]
        );
        Assert.Empty(await place.CopiesAsync());
        await place.PutAsync(Sealed(), Name);
        Assert.Single(await place.CopiesAsync());
        // what broke before is taken away, what belongs to another stays
        Assert.Equal(
            3,
            Directory.GetFiles(folder).Length // the copy, the other's, the mark
        );
    }

    [Fact]
    public async Task A_stick_that_was_pulled_out_is_not_the_empty_folder_in_its_place()
    {
        var (place, folder) = Chosen();
        foreach (var file in Directory.GetFiles(folder))
            File.Delete(file);
        var refused = await Assert.ThrowsAsync<BackupPlaceException>(() => place.PutAsync(Sealed(), Name));
        Assert.Equal(("folder-missing", folder), (refused.Why, refused.Place));
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_folder_that_is_not_there_cannot_be_chosen() =>
        Assert.Equal(
            "folder-missing",
            Assert
                .Throws<BackupPlaceException>(() =>
                    new FolderPlace(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), Id).Choose()
                )
                .Why
        );
}
