using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Inomya.Accounts;

public sealed partial class AccountStore
{
    /// <summary>So many wrong passwords or codes from one place for one name, and it waits.</summary>
    public const int MostOfPair = 10;

    /// <summary>So many from everywhere for one name, on devices that nobody signed in on before, and new devices wait. A passkey never does.</summary>
    public const int MostOfName = 100;

    /// <summary>For how long tries from one place count.</summary>
    public static readonly Duration PairCounts = Duration.FromMinutes(15);

    /// <summary>For how long tries from everywhere count.</summary>
    public static readonly Duration NameCounts = Duration.FromDays(1);

    /// <summary>Notes a try before it is made, so that many at once are counted too.</summary>
    /// <param name="name">As it was typed; there need not be such an account.</param>
    /// <param name="from">The address it comes from, or the known device.</param>
    /// <param name="isKnown">From a device on which this account was signed in before: what others do does not count for it.</param>
    /// <returns>False where it has to wait; nothing is tried then.</returns>
    public async Task<bool> MayTryAsync(string name, string from, bool isKnown, CancellationToken stop = default)
    {
        await using var db = await OpenAsync(stop);
        var one = await NoteAsync(db, name, from, isKnown, stop);
        if (await IsWithinAsync(db, one, stop))
            return true;
        // what was not tried does not make the wait longer
        await db.Tries.Where(t => t.Id == one.Id).ExecuteDeleteAsync(stop);
        return false;
    }

    private async Task<FailedTry> NoteAsync(
        AccountDb db,
        string name,
        string from,
        bool isKnown,
        CancellationToken stop
    )
    {
        var old = Now - NameCounts;
        await db.Tries.Where(t => t.At < old).ExecuteDeleteAsync(stop);
        var one = new FailedTry
        {
            Id = Guid.CreateVersion7(),
            Pair = PairOf(name, from),
            Name = isKnown ? null : HashOf(Normal(name)),
            At = Now,
        };
        db.Tries.Add(one);
        await db.SaveChangesAsync(stop);
        return one;
    }

    private static async Task<bool> IsWithinAsync(AccountDb db, FailedTry one, CancellationToken stop)
    {
        var (ofPair, ofName) = (one.At - PairCounts, one.At - NameCounts);
        if (await db.Tries.CountAsync(t => t.Pair == one.Pair && t.At > ofPair, stop) > MostOfPair)
            return false;
        return one.Name is null
            || await db.Tries.CountAsync(t => t.Name == one.Name && t.At > ofName, stop) <= MostOfName;
    }

    /// <summary>The sign-in succeeded: what failed from there before was the person.</summary>
    public async Task SucceededAsync(string name, string from, CancellationToken stop = default)
    {
        await using var db = await OpenAsync(stop);
        var pair = PairOf(name, from);
        await db.Tries.Where(t => t.Pair == pair).ExecuteDeleteAsync(stop);
    }

    private static string PairOf(string name, string from) => HashOf($"{Normal(name)}\n{from}");

    private static string Normal(string name) => name.Normalize().ToUpperInvariant();
}
