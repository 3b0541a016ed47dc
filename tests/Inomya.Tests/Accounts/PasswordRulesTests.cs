using System.Security.Cryptography;
using System.Text;
using Inomya.Accounts;

namespace Inomya.Tests.Accounts;

/// <summary>Long, and not known to everyone; nothing else is asked of a password.</summary>
public class PasswordRulesTests
{
    [Theory]
    [InlineData("elevenchars", "short")]
    [InlineData("twelve chars", null)]
    [InlineData("ñandúes lilas", null)]
    [InlineData("only lower case letters", null)]
    [InlineData("Password1234", "known")]
    [InlineData("aaaaaaaaaaaaaaaa", "known")]
    [InlineData("abcdefghijklmnop", "known")]
    [InlineData("zyxwvutsrqponmlk", "known")]
    [InlineData("marianne2026", "name")]
    [InlineData("marianne has four calm words", null)]
    public void A_password_is_long_and_not_the_first_that_is_tried(string password, string? why) =>
        Assert.Equal(why, new PasswordRules().WhyNot(password, "Marianne"));

    [Fact]
    public void Two_hundred_letters_are_enough()
    {
        var rules = new PasswordRules();
        var sentence = string.Concat(Enumerable.Range(0, 60).Select(n => $"{n} ab "));
        Assert.Null(rules.WhyNot(sentence[..PasswordRules.Most], "Ana"));
        Assert.Equal("long", rules.WhyNot(sentence[..(PasswordRules.Most + 1)], "Ana"));
    }

    /// <summary>The lists that can be had are of many lengths: with counts, with the line ends of Windows, without an end of line.</summary>
    [Theory]
    [InlineData(":{0}\n")]
    [InlineData(":{0}\r\n")]
    [InlineData("\n")]
    public void Every_line_of_the_hosts_list_is_found_and_nothing_else(string end)
    {
        var file = Path.GetTempFileName();
        var known = Enumerable.Range(0, 1000).Select(n => $"a long password {n}").ToList();
        var lines = known
            .Select(HashOf)
            .Order(StringComparer.Ordinal)
            .Select((h, n) => h + string.Format(System.Globalization.CultureInfo.InvariantCulture, end, n * n));
        File.WriteAllText(file, string.Concat(lines).TrimEnd());
        var rules = new PasswordRules(file);
        Assert.All(known, p => Assert.Equal("known", rules.WhyNot(p, "Ana")));
        Assert.All(Enumerable.Range(1000, 1000), n => Assert.Null(rules.WhyNot($"a long password {n}", "Ana")));
        File.WriteAllText(file, "");
        Assert.Null(rules.WhyNot(known[0], "Ana"));
        File.Delete(file);
    }

#pragma warning disable CA5350 // what the lists are made of
    private static string HashOf(string text) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
