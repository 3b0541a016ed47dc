namespace Inomya.Questionnaires;

/// <summary>What kind of answer an item takes.</summary>
public enum ItemKind
{
    Group,
    Display,
    YesNo,
    Number,
    WholeNumber,
    Day,
    DayTime,
    Time,
    Line,
    Paragraph,
    Link,
    Choice,
    OpenChoice,
    Quantity,
    Other,
}
