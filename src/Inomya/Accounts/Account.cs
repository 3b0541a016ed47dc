using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Inomya.Accounts;

/// <summary>Who may sign in, and whose journal that opens. Nothing of health stands here.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The person whose journal it opens, and the only one; null where it opens none.</summary>
    public Guid? PersonId { get; set; }

    public AccountRole Role { get; set; }

    /// <summary>May invite others: whoever made the first account, and a host.</summary>
    public bool MayInvite { get; set; }

    public Instant AddedAt { get; set; }

    /// <summary>Hash of the code of the authenticator that was taken last: each code counts once.</summary>
    public string? LastCode { get; set; }

    /// <summary>Opens a journal: a host, and whoever only helps, opens none.</summary>
    public bool OpensAJournal => Role == AccountRole.Person && PersonId is not null;
}
