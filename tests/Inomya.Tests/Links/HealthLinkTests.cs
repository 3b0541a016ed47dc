using System.Buffers.Text;
using System.Text;
using Inomya.Links;
using NodaTime;

namespace Inomya.Tests.Links;

/// <summary>What a SMART Health Link says, read and written.</summary>
public class HealthLinkTests
{
    /// <summary>The example of SMART Health Cards and Links 1.0.0 (HL7, CC0), "Example SMART Health Link Generation".</summary>
    private const string Example =
        "shlink:/eyJ1cmwiOiJodHRwczovL2Voci5leGFtcGxlLm9yZy9xci9ZOXh3a1VkdG1OOXd3b0pvTjNmZkpJaFgyVUd2Q0wxSm5sUFZOTDNrRFdNL20iLCJm"
        + "bGFnIjoiTFAiLCJrZXkiOiJyeFRnWWxPYUtKUEZ0Y0VkMHFjY2VOOHdFVTRwOTRTcUF3SVdRZTZ1WDdRIiwibGFiZWwiOiJCYWNrLXRvLXNjaG9vbCBpbW11"
        + "bml6YXRpb25zIGZvciBPbGl2ZXIgQnJvd24ifQ";

    [Theory]
    [InlineData("")]
    [InlineData("https://viewer.example.org#")]
    [InlineData("  \n")]
    public void The_example_of_the_guide_is_read_with_and_without_a_viewer(string before)
    {
        var link = HealthLink.Read(before + Example + "\n");
        Assert.Equal("https://ehr.example.org/qr/Y9xwkUdtmN9wwoJoN3ffJIhX2UGvCL1JnlPVNL3kDWM/m", link.Url.AbsoluteUri);
        Assert.Equal(("LP", true, false), (link.Flag, link.HasPasscode, link.IsDirect));
        Assert.Equal("Back-to-school immunizations for Oliver Brown", link.Label);
        Assert.Equal("rxTgYlOaKJPFtcEd0qcceN8wEU4p94SqAwIWQe6uX7Q", Base64Url.EncodeToString(link.Key));
        Assert.Null(link.Expires);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var link = new HealthLink(
            new Uri("https://example.org/shl/abc"),
            Jwe.NewKey(),
            Instant.FromUtc(2026, 12, 1, 0, 0),
            "U",
            "Ñandú \U0001F600"
        );
        var read = HealthLink.Read(link.Write());
        Assert.Equal((link.Url, link.Expires, link.Flag, link.Label), (read.Url, read.Expires, read.Flag, read.Label));
        Assert.Equal(link.Key, read.Key);
    }

    /// <summary>The guide says seconds; its own example is in milliseconds.</summary>
    [Theory]
    [InlineData("1780272000")]
    [InlineData("1780272000000")]
    public void An_end_is_read_in_seconds_and_in_milliseconds(string written) =>
        Assert.Equal(Instant.FromUtc(2026, 6, 1, 0, 0), HealthLink.Read(LinkOf($"\"exp\":{written},")).Expires);

    [Theory]
    [InlineData("hello", LinkProblem.NotALink)]
    [InlineData("shlink:/%%%", LinkProblem.NotALink)]
    [InlineData("shlink:/e30", LinkProblem.NotALink)]
    [InlineData("shlink:/W10", LinkProblem.NotALink)]
    public void What_is_no_link_is_refused_as_that(string written, LinkProblem why) =>
        Assert.Equal(why, Assert.Throws<LinkException>(() => HealthLink.Read(written)).Why);

    [Fact]
    public void A_link_of_a_later_version_is_refused_as_newer() =>
        Assert.Equal(LinkProblem.Newer, Assert.Throws<LinkException>(() => HealthLink.Read(LinkOf("\"v\":2,"))).Why);

    private static string LinkOf(string more) =>
        "shlink:/"
        + Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(
                $$"""{{{more}}"url":"https://example.org/a","key":"{{Base64Url.EncodeToString(Jwe.NewKey())}}"}"""
            )
        );
}
