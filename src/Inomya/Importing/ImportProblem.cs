namespace Inomya.Importing;

/// <summary>Why a file cannot be taken in at all: the last part of the locale key import.WHY.</summary>
/// <remarks>There are no others than those named here: each has its sentence in every language.</remarks>
public readonly record struct ImportProblem
{
    private ImportProblem(string key) => Key = key;

    public string Key { get; }

    public static ImportProblem ArchiveTooLarge { get; } = new("archive-too-large");
    public static ImportProblem BadCell { get; } = new("bad-cell");
    public static ImportProblem BadMap { get; } = new("bad-map");
    public static ImportProblem BadRoles { get; } = new("bad-roles");
    public static ImportProblem BadRow { get; } = new("bad-row");
    public static ImportProblem BadScale { get; } = new("bad-scale");
    public static ImportProblem BrokenArchive { get; } = new("broken-archive");
    public static ImportProblem BrokenDatabase { get; } = new("broken-database");
    public static ImportProblem BrokenRecord { get; } = new("broken-record");
    public static ImportProblem ChoosePerson { get; } = new("choose-person");
    public static ImportProblem ColumnTwice { get; } = new("column-twice");
    public static ImportProblem DayTwice { get; } = new("day-twice");
    public static ImportProblem DayNumbers { get; } = new("day-numbers");
    public static ImportProblem Empty { get; } = new("empty");
    public static ImportProblem IsArchive { get; } = new("is-archive");
    public static ImportProblem IsOurArchive { get; } = new("is-our-archive");
    public static ImportProblem IsPdf { get; } = new("is-pdf");
    public static ImportProblem IsRecord { get; } = new("is-record");
    public static ImportProblem NeedsMap { get; } = new("needs-map");
    public static ImportProblem NoDateFormat { get; } = new("no-date-format");
    public static ImportProblem NoSuchColumn { get; } = new("no-such-column");
    public static ImportProblem NoSuchFormat { get; } = new("no-such-format");
    public static ImportProblem NoSuchPerson { get; } = new("no-such-person");
    public static ImportProblem NoSuchRegion { get; } = new("no-such-region");
    public static ImportProblem NotADateFormat { get; } = new("not-a-date-format");
    public static ImportProblem NotFhir { get; } = new("not-fhir");
    public static ImportProblem NotText { get; } = new("not-text");
    public static ImportProblem NotThatFormat { get; } = new("not-that-format");
    public static ImportProblem RowTooLong { get; } = new("row-too-long");
    public static ImportProblem SeveralPatients { get; } = new("several-patients");
    public static ImportProblem TooLargeFhir { get; } = new("too-large-fhir");
    public static ImportProblem TooLargeJson { get; } = new("too-large-json");
    public static ImportProblem TooManyColumns { get; } = new("too-many-columns");
    public static ImportProblem TwoDateFormats { get; } = new("two-date-formats");
    public static ImportProblem UnclosedQuote { get; } = new("unclosed-quote");

    public override string ToString() => Key;
}
