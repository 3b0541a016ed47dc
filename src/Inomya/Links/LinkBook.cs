using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Inomya.Exports;
using Inomya.Journals;
using NodaTime;

namespace Inomya.Links;

/// <summary>The links of one person: what was given out, until when, and who opened it.</summary>
public sealed class LinkBook(Journal journal)
{
    public const string Manifest = "manifest",
        Direct = "direct",
        File = "file";

    public const string Opened = "opened",
        WrongPasscode = "wrong-passcode";

    /// <summary>Wrong passcodes in the whole life of a link.</summary>
    public const int Tries = 10;

    /// <summary>Short ones are found by chance within the tries; a passcode of digits of this length is found once in 100,000.</summary>
    public const int LeastPasscode = 6;

    /// <summary>No link is for ever.</summary>
    public static readonly Duration Longest = Duration.FromDays(365);

    private const int IdBytes = 16,
        SecretBytes = 32;

    /// <summary>Beyond it a form is sent over and over.</summary>
    public const int MostOpen = 50;

    /// <summary>Of what a stranger says of themselves.</summary>
    private const int MostRecipient = 200;

    /// <summary>Locks it and gives the key out here and never again.</summary>
    /// <param name="plain">What is handed over.</param>
    /// <returns>Null where it was made before, or there are too many.</returns>
    /// <exception cref="ArgumentException">Its address would be longer than a link may have.</exception>
    public async Task<NewLink?> MakeAsync(
        LinkWish wish,
        byte[] plain,
        string contentType,
        CancellationToken stop = default
    )
    {
        await journal.DropOldLinkFilesAsync(stop);
        if ((await journal.LinksAsync(stop)).Count(l => l.IsOpen(journal.Now)) >= MostOpen)
            return null;
        var key = Jwe.NewKey();
        var secret = NewSecret();
        var link = Of(wish, secret);
        var written = wish.Base is { } place ? Written(wish, link, place, secret, key) : null;
        var file = Locked(link, Jwe.Lock(key, plain, contentType), contentType);
        return await journal.AddLinkAsync(link, file, stop)
            ? new NewLink(link.Id, Base64Url.EncodeToString(key), written)
            : null;
    }

    /// <summary>An address that says whose it is, and 256 random bits.</summary>
    private string NewSecret() =>
        Base64Url.EncodeToString([.. journal.Person.Id.ToByteArray(), .. RandomNumberGenerator.GetBytes(SecretBytes)]);

    /// <summary>Whose link an address says that it is; null where it is none.</summary>
    public static Guid? WhoseOf(string secret)
    {
        if (!Base64Url.IsValid(secret))
            return null;
        var bytes = Base64Url.DecodeFromChars(secret);
        return bytes.Length == IdBytes + SecretBytes ? new Guid(bytes.AsSpan(0, IdBytes)) : null;
    }

    private static LinkFile Locked(SharedLink link, string locked, string contentType) =>
        new()
        {
            PersonId = link.PersonId,
            LinkId = link.Id,
            ContentType = contentType,
            Locked = locked,
        };

    private SharedLink Of(LinkWish wish, string secret) =>
        new()
        {
            PersonId = journal.Person.Id,
            Id = wish.Id,
            Address = wish.Base is null ? null : HashOf(secret),
            Label = wish.Label,
            Holds = wish.Areas is null ? "report" : "ips",
            Areas = wish.Areas is { } areas ? NamesOf(areas) : null,
            Way = wish.Way,
            Passcode = HashIn(wish),
            TriesLeft = Tries,
            MadeAt = journal.Now,
            ExpiresAt = journal.Now + Duration.Min(wish.Lasts, Longest),
        };

    /// <summary>A file has none: its key is all there is.</summary>
    private static string? HashIn(LinkWish wish) =>
        wish is { Base: not null, Passcode: { } code } ? Passcode.Hash(code) : null;

    private static string NamesOf(IReadOnlySet<SummaryArea> areas) =>
        string.Join(' ', SummaryAreas.All.Where(areas.Contains).Select(SummaryAreas.NameOf));

    private static string Written(LinkWish wish, SharedLink link, Uri place, string secret, byte[] key)
    {
        var url = new Uri($"{place.AbsoluteUri.TrimEnd('/')}/shl/{secret}");
        if (url.AbsoluteUri.Length > HealthLink.MostUrl)
            throw new ArgumentException("The public address is too long for a link.", nameof(wish));
        var flag =
            link.Passcode is not null ? "P"
            : link.Way == Direct ? "U"
            : "";
        return new HealthLink(url, key, link.ExpiresAt, flag, wish.Label).Write();
    }

    /// <summary>All that were ever made, the newest first, each with how it was opened.</summary>
    public async Task<IReadOnlyList<(SharedLink Link, IReadOnlyList<LinkView> Views)>> AllAsync(
        CancellationToken stop = default
    )
    {
        var views = (await journal.LinkViewsAsync(stop)).ToLookup(v => v.LinkId);
        return [.. (await journal.LinksAsync(stop)).Select(l => (l, (IReadOnlyList<LinkView>)[.. views[l.Id]]))];
    }

    /// <summary>From this moment on it opens for nobody.</summary>
    public Task EndAsync(Guid id, CancellationToken stop = default) => journal.EndLinkAsync(id, stop);

    /// <summary>
    /// The link of an address that is open, in the way it was made for; null where there is none, it is over, or it is
    /// another person's: from outside these are all the same.
    /// </summary>
    public async Task<SharedLink?> FindAsync(string secret, string way, CancellationToken stop = default) =>
        await journal.LinkAtAsync(HashOf(secret), stop) is { } link && link.Way == way && link.IsOpen(journal.Now)
            ? link
            : null;

    /// <summary>What an open link hands over; the view is recorded first, so that none is handed over unseen.</summary>
    public async Task<LinkFile?> OpenAsync(SharedLink link, string? recipient, CancellationToken stop = default)
    {
        if (await journal.LinkFileAsync(link.Id, stop) is not { } file)
            return null;
        await SeeAsync(link, Opened, recipient, stop);
        return file;
    }

    /// <summary>Looks at a passcode; only as many wrong ones as are left in the life of the link are looked at at all.</summary>
    /// <returns>Null where it is right; else how many tries are left, or −1 where it was not looked at.</returns>
    public async Task<int?> TryAsync(
        SharedLink link,
        string? passcode,
        string? recipient,
        CancellationToken stop = default
    )
    {
        if (link.Passcode is not { } kept)
            return null;
        if (string.IsNullOrEmpty(passcode) || !await journal.TakeTryAsync(link.Id, stop))
            return string.IsNullOrEmpty(passcode) ? link.TriesLeft : -1;
        if (Passcode.Fits(passcode, kept))
        {
            await journal.GiveTryBackAsync(link.Id, stop);
            return null;
        }
        await SeeAsync(link, WrongPasscode, recipient, stop);
        return (await journal.LinkAtAsync(link.Address!, stop))?.TriesLeft ?? 0;
    }

    private Task SeeAsync(SharedLink link, string outcome, string? recipient, CancellationToken stop) =>
        journal.AddLinkViewAsync(
            new LinkView
            {
                PersonId = journal.Person.Id,
                Id = Guid.CreateVersion7(),
                LinkId = link.Id,
                At = journal.Now,
                Outcome = outcome,
                Recipient = Short(recipient),
            },
            stop
        );

    /// <summary>What a stranger sent, without signs that a database or a page could stumble over.</summary>
    private static string? Short(string? said) =>
        string.IsNullOrWhiteSpace(said)
            ? null
            : string.Concat(said.EnumerateRunes().Where(r => !Rune.IsControl(r)).Take(MostRecipient));

    private static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
