using System.Reflection;
using System.Text.Json;
using Inomya.Content;
using Inomya.Importing;
using Inomya.Medicines;
using Inomya.Tests.Medicines;
using Inomya.Vocabulary;

namespace Inomya.Tests.Content;

/// <summary>Whatever is refused is refused with a sentence, in every language.</summary>
public class RefusalTests
{
    private static IEnumerable<string> Keys =>
        typeof(RefusalReason)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(p => $"refused.{(RefusalReason)p.GetValue(null)!}")
            .Concat(
                typeof(ImportProblem)
                    .GetProperties(BindingFlags.Public | BindingFlags.Static)
                    .Select(p => $"import.{(ImportProblem)p.GetValue(null)!}")
            )
            .Concat(
                Enum.GetNames<ListRefusal>()
                    .Select(n => $"medicine-check.refused.{JsonNamingPolicy.KebabCaseLower.ConvertName(n)}")
            );

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Each_reason_has_its_sentence(string language)
    {
        var words = new Words(Shelf.Content, language);
        Assert.All(Keys, key => Assert.True(words.Has(key), key));
        Assert.Equal(Keys.Count(), Keys.Distinct().Count());
    }
}
