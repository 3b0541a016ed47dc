using NodaTime;

namespace Inomya.Journals;

/// <summary>How one activity went on one day. A day and activity that is not there was not answered: it counts on no side.</summary>
/// <remarks>A correction is a new version: what was told first stays in the journal.</remarks>
public sealed record FunctionDay : Recorded
{
    public required LocalDate Day { get; init; }

    /// <summary>Id of the activity in content; one that content no longer has is kept.</summary>
    public required string Activity { get; init; }

    /// <summary>Id of the way in content, such as done, done with help, or not done.</summary>
    public required string Way { get; init; }

    /// <summary>"MARK=yes" or "MARK=no", a blank between; a mark that was not answered is not there.</summary>
    public string Marks { get; init; } = "";

    /// <summary>The id that the activity of a day always has.</summary>
    public static Guid IdOf(LocalDate day, string activity) => ImportId("function-day", $"{day:uuuu-MM-dd}", activity);

    /// <summary>What was answered, by mark.</summary>
    public IReadOnlyDictionary<string, bool> ReadMarks() =>
        Marks
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(m => m.Split('='))
            .Where(m => m is [_, "yes" or "no"])
            .DistinctBy(m => m[0])
            .ToDictionary(m => m[0], m => m[1] == "yes");

    /// <summary>As <see cref="Marks"/> keeps it.</summary>
    public static string WriteMarks(IEnumerable<(string Mark, bool? Answer)> marks) =>
        string.Join(
            ' ',
            marks.Where(m => m.Answer is not null).Select(m => $"{m.Mark}={(m.Answer is true ? "yes" : "no")}")
        );
}
