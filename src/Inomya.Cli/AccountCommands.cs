using System.CommandLine;
using Inomya.Accounts;

namespace Inomya.Cli;

/// <summary>
/// inomya accounts: who may sign in, a way back in for who lost theirs, and invitations. For the host at the terminal,
/// who can read the machine anyway.
/// </summary>
internal static class AccountCommands
{
    private static readonly Argument<string> Name = new("name") { Description = "The name they sign in with." };

    private static readonly Option<bool> AsHost = new("--for-host")
    {
        Description = "For somebody who looks after the machine and invites others, and sees no health data.",
    };

    public static Command Command()
    {
        var all = new Command("accounts", "Lists who may sign in.") { Output.Json };
        all.SetAction(ListAsync);
        var link = new Command("link", "Prints an address that signs somebody in once, within five minutes.") { Name };
        link.SetAction(LinkAsync);
        var invite = new Command("invite", "Prints an address that makes one account, within seven days.") { AsHost };
        invite.SetAction(InviteAsync);
        all.Add(link);
        all.Add(invite);
        return all;
    }

    private static async Task<AccountStore> OpenAsync(ParseResult call, CancellationToken stop)
    {
        var journals = await DataFolder.OpenAsync(call, stop);
        return new AccountStore(AccountPlace.Beside(journals.Place), journals.Clock);
    }

    private static async Task<int> ListAsync(ParseResult call, CancellationToken stop)
    {
        var accounts = await (await OpenAsync(call, stop)).AllAsync(stop);
        if (call.GetValue(Output.Json))
            Output.Print(
                new
                {
                    Accounts = accounts.Select(a => new
                    {
                        Name = a.UserName,
                        Role = $"{a.Role}",
                        a.MayInvite,
                    }),
                }
            );
        else
            foreach (var account in accounts)
                Console.Out.WriteLine($"{account.Role, -9}  {account.UserName}");
        return ExitCode.Done;
    }

    private static async Task<Account> AccountAsync(AccountStore store, string name, CancellationToken stop) =>
        (await store.AllAsync(stop)).FirstOrDefault(a => a.UserName == name)
        ?? throw new UsageException($"There is no account {name}. inomya accounts lists them.");

    private static async Task<int> LinkAsync(ParseResult call, CancellationToken stop)
    {
        var store = await OpenAsync(call, stop);
        var account = await AccountAsync(store, call.GetValue(Name)!, stop);
        Console.Out.WriteLine($"/pair/{await store.NewLinkAsync(LinkKind.Pairing, account, stop: stop)}");
        Output.Say("Open this behind the address of Inomya within five minutes. It counts once.");
        return ExitCode.Done;
    }

    private static async Task<int> InviteAsync(ParseResult call, CancellationToken stop)
    {
        var store = await OpenAsync(call, stop);
        if (await store.CountAsync(stop) == 0)
            throw new UsageException("Make your own account first, in the browser: inomya serve --sign-in");
        var role = call.GetValue(AsHost) ? AccountRole.Host : AccountRole.Person;
        Console.Out.WriteLine($"/join/{await store.NewLinkAsync(LinkKind.Invitation, null, role, stop)}");
        Output.Say("Open this behind the address of Inomya within seven days. It counts once.");
        return ExitCode.Done;
    }
}
