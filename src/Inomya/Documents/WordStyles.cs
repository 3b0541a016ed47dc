using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Inomya.Documents;

/// <summary>The few styles of a Word document: real headings, so that it can be walked through by ear.</summary>
internal static class WordStyles
{
    public const string Title = "Heading1",
        Heading = "Heading2";

    /// <summary>In half points.</summary>
    private const string BodySize = "20";

    public static Styles Of(string language) =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(new FontSize { Val = BodySize }, new Languages { Val = language })
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "60" })
                )
            ),
            HeadingOf(Title, "heading 1", 0, "32"),
            HeadingOf(Heading, "heading 2", 1, "24")
        );

    private static Style HeadingOf(string id, string name, int level, string size) =>
        new(
            new StyleName { Val = name },
            new StyleParagraphProperties(
                new KeepNext(),
                new SpacingBetweenLines { Before = "200", After = "60" },
                new OutlineLevel { Val = level }
            ),
            new StyleRunProperties(new Bold(), new FontSize { Val = size })
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
}
