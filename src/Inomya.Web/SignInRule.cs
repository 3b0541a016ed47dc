namespace Inomya.Web;

/// <summary>Who has to sign in.</summary>
public enum SignInRule
{
    /// <summary>Nobody until a second account is made; then everyone. For one person on their own machine.</summary>
    WhenSeveral,

    /// <summary>Everyone, from the first page on. For whatever can be reached from elsewhere.</summary>
    Always,
}
