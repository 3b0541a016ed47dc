using Inomya.Content;
using Inomya.Questionnaires;

namespace Inomya.Tests.Content;

public class SeenTests
{
    [Theory]
    [InlineData("memory", false)]
    [InlineData("secondary", true)]
    [InlineData("pubmed-abstract", true)]
    public void What_was_written_from_memory_is_not_seen(string verified, bool seen) =>
        Assert.Equal(seen, Seen.Was(verified));

    [Fact]
    public void A_source_that_says_nothing_of_it_was_not_seen() => Assert.False(Seen.Was(new SourceNote().Verified));
}
