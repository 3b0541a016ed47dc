namespace Inomya.Backups;

/// <summary>A store that speaks the protocol of S3, at home or elsewhere.</summary>
/// <param name="Endpoint">Its address, such as https://s3.example.org.</param>
/// <param name="Bucket">Must be there already.</param>
/// <param name="Prefix">What the names of the copies begin with, such as "inomya/"; may be empty.</param>
/// <param name="Region">What the store calls its region; "us-east-1" suits those that have none.</param>
/// <param name="AccessKey">The name of the key.</param>
/// <param name="Secret">Its secret part, encrypted with the keys of this machine.</param>
public sealed record S3Settings(
    string Endpoint,
    string Bucket,
    string Prefix,
    string Region,
    string AccessKey,
    string Secret
);
