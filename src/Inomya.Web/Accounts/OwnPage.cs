using Inomya.Accounts;

namespace Inomya.Web.Accounts;

/// <summary>A page of the account that is signed in.</summary>
public abstract class OwnPage : DoorPage
{
    private protected Account _account = null!;

    /// <summary>The address by which this app was reached, for links that another device opens.</summary>
    private protected string Here =>
        $"{Asked.HttpContext!.Request.Scheme}://{Asked.HttpContext.Request.Host}{Asked.HttpContext.Request.PathBase}";

    /// <summary>No other device can reach that address.</summary>
    private protected bool IsOnlyHere =>
        Asked.HttpContext!.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]" or "::1";

    protected override async Task LoadAsync()
    {
        _form = await SentAsync();
        _account = (await Door.WhoAsync())!;
        await ReadAsync();
    }

    /// <summary>Reads what the page shows beside who is signed in.</summary>
    private protected virtual Task ReadAsync() => Task.CompletedTask;

    /// <summary>What changes how one signs in asks for the password once more.</summary>
    private protected async Task<bool> IsPasswordAsync(string field)
    {
        if (!await Door.MayTryAsync(_account.UserName!, _account))
            Wrong(field, "sign-in.wait");
        else if (!await (await Door.UsersAsync()).CheckPasswordAsync(_account, _form![field].ToString()))
            Wrong(field, "account.error.password.wrong");
        return _errors.Count == 0;
    }
}
