using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Inomya.Journals;

namespace Inomya.Backups;

/// <summary>A store that speaks the protocol of S3. The file is sealed before it leaves.</summary>
/// <remarks>
/// After an upload its size there is compared, and only then a mark is put beside it: a copy without its mark is none. So
/// what broke in the middle is never counted, whatever the store keeps of it. It asks for nothing but to put, get, list
/// and delete, which the smallest store can do; many cannot rename or copy.
/// </remarks>
public sealed class S3Place(S3Settings settings, string secret, string id) : IBackupPlace
{
    private const int Retries = 2;

    /// <summary>A store that says nothing for so long, or lets nobody in, does not answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100),
        Connecting = TimeSpan.FromSeconds(15);

    public string Name { get; } = $"{new Uri(settings.Endpoint).Authority}/{settings.Bucket}/{settings.Prefix}";

    public Task<IReadOnlyList<BackupCopy>> CopiesAsync(CancellationToken stop = default) =>
        AskAsync<IReadOnlyList<BackupCopy>>(
            async s3 =>
            {
                var there = await ObjectsAsync(s3, stop);
                var names = there.Select(NameOf).ToHashSet();
                return
                [
                    .. there
                        .Where(o => names.Contains(BackupNames.Whole(NameOf(o))))
                        .Select(o => (Object: o, At: BackupNames.TimeOf(id, NameOf(o))))
                        .Where(o => o.At is not null)
                        .Select(o => new BackupCopy(NameOf(o.Object), o.At!.Value, o.Object.Size ?? 0)),
                ];
            },
            stop
        );

    public Task PutAsync(string file, string name, CancellationToken stop = default) =>
        AskAsync(
            async s3 =>
            {
                await DeleteHalvesAsync(s3, stop);
                await s3.PutObjectAsync(Upload(file, KeyOf(name)), stop);
                var there = await s3.GetObjectMetadataAsync(settings.Bucket, KeyOf(name), stop);
                if (there.ContentLength != new FileInfo(file).Length)
                {
                    await s3.DeleteObjectAsync(settings.Bucket, KeyOf(name), stop);
                    throw new BackupPlaceException("half-copy", Name);
                }
                return await s3.PutObjectAsync(Mark(name), stop);
            },
            stop
        );

    public Task FetchAsync(string name, string file, CancellationToken stop = default) =>
        AskAsync(
            async s3 =>
            {
                using var there = await s3.GetObjectAsync(settings.Bucket, KeyOf(name), stop);
                await using var target = PrivateFile.Create(file);
                await there.ResponseStream.CopyToAsync(target, stop);
                return name;
            },
            stop
        );

    public Task DeleteAsync(string name, CancellationToken stop = default) =>
        AskAsync(
            async s3 =>
            {
                // the mark first: from then on it is no copy, wherever this ends
                await s3.DeleteObjectAsync(settings.Bucket, KeyOf(BackupNames.Whole(name)), stop);
                return await s3.DeleteObjectAsync(settings.Bucket, KeyOf(name), stop);
            },
            stop
        );

    private PutObjectRequest Upload(string file, string key) =>
        new()
        {
            BucketName = settings.Bucket,
            Key = key,
            FilePath = file,
            ContentType = "application/octet-stream",
            // whole and signed as one: what many small stores understand
            UseChunkEncoding = false,
        };

    private PutObjectRequest Mark(string name) =>
        new()
        {
            BucketName = settings.Bucket,
            Key = KeyOf(BackupNames.Whole(name)),
            ContentBody = "whole",
            UseChunkEncoding = false,
        };

    private async Task<List<S3Object>> ObjectsAsync(AmazonS3Client s3, CancellationToken stop)
    {
        var all = new List<S3Object>();
        var ask = new ListObjectsV2Request { BucketName = settings.Bucket, Prefix = settings.Prefix };
        ListObjectsV2Response page;
        do
        {
            page = await s3.ListObjectsV2Async(ask, stop);
            all.AddRange(page.S3Objects ?? []);
            ask.ContinuationToken = page.NextContinuationToken;
        } while (page.IsTruncated == true);
        return all;
    }

    /// <summary>What uploads that broke left behind.</summary>
    private async Task DeleteHalvesAsync(AmazonS3Client s3, CancellationToken stop)
    {
        var there = await ObjectsAsync(s3, stop);
        var names = there.Select(NameOf).ToHashSet();
        foreach (var half in there.Where(o => BackupNames.TimeOf(id, NameOf(o)) is not null))
            if (!names.Contains(BackupNames.Whole(NameOf(half))))
                await s3.DeleteObjectAsync(settings.Bucket, half.Key, stop);
    }

    private string KeyOf(string name) => settings.Prefix + name;

    private string NameOf(S3Object found) => found.Key[settings.Prefix.Length..];

    /// <summary>Asks nobody else for keys: what the environment or the machine offers is not this person's choice.</summary>
    private AmazonS3Client Open() =>
        new(
            new BasicAWSCredentials(settings.AccessKey, secret),
            new AmazonS3Config
            {
                ServiceURL = settings.Endpoint,
                ForcePathStyle = true,
                AuthenticationRegion = settings.Region,
                ConnectTimeout = Connecting,
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
                MaxErrorRetry = Retries,
                Timeout = Patience,
            }
        );

    private async Task<T> AskAsync<T>(Func<AmazonS3Client, Task<T>> ask, CancellationToken stop)
    {
        try
        {
            using var s3 = Open();
            return await ask(s3);
        }
        catch (AmazonS3Exception e)
        {
            throw new BackupPlaceException(WhyOf(e), Name, e);
        }
        catch (Exception e) when (e is not BackupPlaceException && !stop.IsCancellationRequested)
        {
            // whatever a strange store says that nobody foresaw must not keep the other places from their copies
            throw new BackupPlaceException(IsSilence(e) ? "store-no-answer" : "store-refused", Name, e);
        }
    }

    private static bool IsSilence(Exception e) =>
        e
            is HttpRequestException
                or AmazonClientException
                or IOException
                or TimeoutException
                or OperationCanceledException;

    private static string WhyOf(AmazonS3Exception e) =>
        e switch
        {
            { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } => "store-key",
            { ErrorCode: "NoSuchBucket" } => "store-bucket",
            { StatusCode: HttpStatusCode.NotFound } => "copy-missing",
            { StatusCode: HttpStatusCode.InsufficientStorage } => "no-room",
            _ => "store-refused",
        };
}
