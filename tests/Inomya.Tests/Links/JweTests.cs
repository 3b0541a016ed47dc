using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Inomya.Links;

namespace Inomya.Tests.Links;

/// <summary>Locked files of others open, ours are locked by the same rules, and what was changed opens for nobody.</summary>
public class JweTests
{
    /// <summary>
    /// The example of SMART Health Cards and Links 1.0.0 (HL7, CC0), "Example Encryption"; its key is in the text there.
    /// </summary>
    private const string Golden =
        "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIiwiY3R5IjoiYXBwbGljYXRpb24vc21hcnQtaGVhbHRoLWNhcmQifQ..B9Bd"
        + "5AW751az-gEx.iah6mxLb5TQe2ZfCwEUs4R1t8WoP0mnFc-TUzN1NIyzUeDwJNOcxv4CY8wV6ys4Dicnr3IhqTvVU1RbR-4e"
        + "q1GCd4g96faV8_0MbHwXzP246Tz9BDLhQ2zlAjYqvvCi_JuWdyWqGhKeWGX1XibNHFzzVT0FmYensfKF4o0uSeZWQDKVEEhz"
        + "MSKuALMpUkfwHcmCRfLT-ctANSxq-Zj0IIeT66XbztOomStjlfi-F-FaqBGZfHOARCVvT143CTYELLJCUdD4qUVkrNuLmRZr"
        + "NuqVpY0g5BjABswkIoDmyoRJAEohuZCamZNA--p-uRqJjRefED1eMrKSppabV2ugaqoFlieujTOE-a3VKib9aC-lFsmLalkw"
        + "h9ctr_FZqS9H46rqGjGcOxtAXalo1jkMPGupVsE1W-xIH14wbPCYcgfldH9SH7X60462kxD8OFdHpvnnfAvjQnaE4QDqasT5"
        + "ySpBRtck4GVxs2IRBt62-kOlzoI8lHapLdwIms-Gdt7z38E47ZE3afE4IIbobPGz7wGvjbi3z234ARvGQ4jREgPQb1NRYAEt"
        + "ZlrZNzR6N7ofXD8jF502tw-QWI_Ox0jFP5tynIiMp-hG25ecQ0s4MzPHFC0ZABPamgg3MS-UILl76gMDCHS5Te_JAXZoC1Hn"
        + "kETw5M217SaG5ISAU0F5qETMREfTjZR9E45MDhnw7uY1vo2lffRB3ei1QqGuLh0gUnVU7TUfFYwcOqV15sb0t1lMj0mmyG5v"
        + "-_dE9H6dYtRKJARltmdfSmc1HisBewx75Xh5ChJQ1hiCEDaZ1wqFjsFJ6SrKgJ7C1N7vx6QKx8YXwFH7ePG2qG39leT5JKZn"
        + "qAvi9fqc6x-YwfhSjbRKGZoj2o55Fd2fbwtK6CXpiW6AekT7PUcl_7ynTq-DaQ_Yc29WwtmgapcCRNpfcMsoqCD4giu1V3Sj"
        + "5DQLglwuk1gAMcuV5fo8JpABu2_is83WZ_GJ1WWMUxyZGq6u-EGuZrP96Yewb7-zfnt2lao_LJg1ef5cqDTW7-0MS27wkmLi"
        + "Ii0e-PYvS-UfWVHg1oNbR-MHXMVEQ6gqNg08IgEyPDSFCUbf75HuMILN80bQNtSlFj6FR7uNKHr8sigvKI80k.5flOKKmeqY"
        + "m0TamwROr8Nw";

    private static readonly byte[] GoldenKey = Base64Url.DecodeFromChars("rxTgYlOaKJPFtcEd0qcceN8wEU4p94SqAwIWQe6uX7Q");

    [Fact]
    public void The_example_of_the_guide_opens()
    {
        var (plain, type) = Jwe.Unlock(GoldenKey, Golden);
        Assert.Equal("application/smart-health-card", type);
        using var card = JsonDocument.Parse(plain);
        Assert.StartsWith(
            "eyJ6aXAiOiJERUYiLCJhbGciOiJFUzI1NiIsImtpZCI6",
            Assert.Single(card.RootElement.GetProperty("verifiableCredential").EnumerateArray()).GetString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("héllo \u0000 \U0001F600")]
    public void What_was_locked_opens_with_its_key_and_two_locks_are_never_alike(string text)
    {
        var key = Jwe.NewKey();
        var locked = Jwe.Lock(key, Encoding.UTF8.GetBytes(text), "text/plain");
        Assert.Equal(
            (text, "text/plain"),
            (Encoding.UTF8.GetString(Jwe.Unlock(key, locked).Plain), Jwe.Unlock(key, locked).ContentType)
        );
        var again = Jwe.Lock(key, Encoding.UTF8.GetBytes(text), "text/plain");
        Assert.NotEqual(locked.Split('.')[2], again.Split('.')[2]);
    }

    [Fact]
    public void With_another_key_or_one_changed_letter_it_does_not_open()
    {
        Assert.Equal(LinkProblem.WrongKey, Assert.Throws<LinkException>(() => Jwe.Unlock(Jwe.NewKey(), Golden)).Why);
        for (var part = 2; part < 5; part++)
        {
            var parts = Golden.Split('.');
            parts[part] = (parts[part][0] == 'A' ? 'B' : 'A') + parts[part][1..];
            Assert.Throws<LinkException>(() => Jwe.Unlock(GoldenKey, string.Join('.', parts)));
        }
    }

    /// <summary>The header is not secret, but it is sealed too.</summary>
    [Fact]
    public void A_header_that_was_changed_does_not_open()
    {
        var parts = Golden.Split('.');
        parts[0] = Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes("""{"alg":"dir","enc":"A256GCM","cty":"application/fhir+json"}""")
        );
        Assert.Equal(
            LinkProblem.WrongKey,
            Assert.Throws<LinkException>(() => Jwe.Unlock(GoldenKey, string.Join('.', parts))).Why
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("!!..AAAA.AAAA.AAAA")]
    [InlineData("e30..AAAA.AAAA.AAAA")]
    [InlineData("W10..AAAA.AAAA.AAAA")]
    public void What_is_no_locked_file_is_refused_as_that(string written) =>
        Assert.Equal(LinkProblem.NotLocked, Assert.Throws<LinkException>(() => Jwe.Unlock(GoldenKey, written)).Why);

    [Fact]
    public void A_small_file_that_unpacks_to_a_huge_one_is_refused()
    {
        var locked = Jwe.Lock(GoldenKey, new byte[Jwe.MostBytes + 1], "text/plain");
        Assert.True(locked.Length < 1 << 20);
        Assert.Equal(LinkProblem.TooLarge, Assert.Throws<LinkException>(() => Jwe.Unlock(GoldenKey, locked)).Why);
    }
}
