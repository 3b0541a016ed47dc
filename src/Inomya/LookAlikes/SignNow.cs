using Inomya.Journals;

namespace Inomya.LookAlikes;

/// <summary>
/// A sign that the person ever said yes to, and that is a red flag when it is so now: "ever" alone raises no alarm.
/// </summary>
/// <param name="IsNow">
/// What the person said of now, in the last days; null when nothing, or when it was too long ago to be about now.
/// </param>
public sealed record SignNow(string Sign, SignFlag Flag, bool? IsNow)
{
    /// <summary>The subject under which the answer about now is kept.</summary>
    public static string SubjectOf(string sign) => $"{sign}.now";

    /// <summary>Null where the sign is no red flag, or was not said to be there.</summary>
    public static SignNow? Of(LookAlikeCatalogue content, string sign, ReportedSigns reported) =>
        content.RedFlagOf(sign) is { } flag && reported.MarkOf(MarkKind.Sign, sign) is { Answer: "yes" }
            ? new SignNow(sign, flag, Said(content, sign, reported))
            : null;

    /// <summary>What was said of now; null when nothing that still counts.</summary>
    public static bool? Said(LookAlikeCatalogue content, string sign, ReportedSigns reported) =>
        reported.MarkOf(MarkKind.Sign, SubjectOf(sign)) is { } now
        && now.Day.PlusDays(content.NowForDays) > reported.Today
            ? now.Answer == "yes"
            : null;
}
