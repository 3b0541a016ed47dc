using Inomya.Content;

namespace Inomya.Tests.Content;

public class PluralsTests
{
    [Theory]
    [InlineData("en", "other one other other other other")]
    [InlineData("es", "other one other other other other")]
    [InlineData("fr", "one one other other other other")]
    [InlineData("pl", "many one few many many few")]
    [InlineData("ru", "many one few many one few")]
    [InlineData("ar", "zero one two few many many")]
    [InlineData("ja", "other other other other other other")]
    [InlineData("pt-BR", "one one other other other other")]
    public void Numbers_are_counted_as_the_language_counts(string language, string forms) =>
        Assert.Equal(forms, string.Join(' ', new[] { 0, 1, 2, 5, 21, 22 }.Select(n => Plurals.Of(language, n))));

    [Fact]
    public async Task A_word_that_a_language_lacks_is_English_and_says_so_and_counts_as_English_does()
    {
        var folder = Directory.CreateTempSubdirectory("inomya-words-").FullName;
        try
        {
            foreach (
                var (language, words) in new[]
                {
                    ("en", """{"a.days.one":"{n} day","a.days.other":"{n} days","a.left":"left"}"""),
                    ("pl", """{"a.days.one":"{n} dzień","a.days.few":"{n} dni","a.days.other":"{n} dnia"}"""),
                    ("ar", """{"b.only":"-"}"""),
                }
            )
            {
                Directory.CreateDirectory(Path.Combine(folder, "locales", language));
                await File.WriteAllTextAsync(
                    Path.Combine(folder, "locales", language, "a.json"),
                    words,
                    TestContext.Current.CancellationToken
                );
            }
            var polish = new Words(new ContentFolder(folder), "pl");
            Assert.Equal(
                "1 dzień|2 dni|5 dnia",
                $"{polish.Count("a.days", 1)}|{polish.Count("a.days", 2)}|{polish.Count("a.days", 5)}"
            );
            Assert.Equal(
                ("left", "en", "pl"),
                (polish["a.left"], polish.LanguageOf("a.left"), polish.LanguageOf("a.days.other"))
            );
            Assert.Equal("2 days", new Words(new ContentFolder(folder), "ar").Count("a.days", 2));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
