using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing.Apps;

/// <summary>Turns the nights of Sleep as Android into sleep and what the person said of it.</summary>
internal sealed partial class SleepAsAndroidReader(DiaryFacts facts)
{
    private const string App = "Sleep-as-Android";

    /// <summary>0.25 to 5; 0 is not rated.</summary>
    private static readonly Scale Stars = new(0, 5);

    private static readonly string[] NotRead = ["Noise", "Cycles", "DeepSleep", "Sched", "Geo"];

    /// <summary>No night is longer: the number is something else.</summary>
    private const double MostHours = 100;

    public void Read(DiaryRow row)
    {
        if (row["Id"].Length == 0)
            facts.PassOver("Noise");
        else if (NumberOf(row["Hours"]) is >= 0 and <= MostHours and var hours)
            ReadNight(row, MillisecondsOf(row["Id"]), hours);
        else
            facts.Refuse(row.Line, RefusalReason.NotANumber, row["Hours"], "Hours");
    }

    private void ReadNight(DiaryRow row, Instant? began, double hours)
    {
        var end = began + Duration.FromHours(hours);
        var day = end is { } woke ? facts.Days.DateAt(woke) : (LocalDate?)null;
        if (!facts.IsDated(row.Line, "Id", row["Id"], ClockTime.On(day, null), out var at))
            return;
        var (start, wake) = (began!.Value, end!.Value);
        facts.Sleep(App, start, wake, SleepStage.InBed, row.Line);
        AddStages(row, start, wake);
        Rate(row, at, facts.Days.IsNap(start, wake) ? "Nap" : "Sleep quality");
        ReadComment(row, at);
        PassOverOthers(row);
    }

    private void AddStages(DiaryRow row, Instant start, Instant wake)
    {
        var stages = SleepEvents.StagesIn(row.Cells, wake);
        foreach (var (stage, from, to) in stages)
            facts.Sleep(App, from, to, stage, row.Line);
        if (stages.TrueForAll(s => s.Stage == SleepStage.Awake))
            AddAsleep(row, start, wake);
    }

    /// <summary>Minutes awake are told and not when they were: they are taken from the beginning.</summary>
    private void AddAsleep(DiaryRow row, Instant start, Instant end)
    {
        var adjust = NumberOf(row["LenAdjust"]) is < 0 and var minutes && row["LenAdjust"] != "-1.0" ? -minutes : 0;
        var from = start + Duration.FromMinutes(adjust);
        if (from < end)
            facts.Sleep(App, from, end, SleepStage.Asleep, row.Line);
    }

    private void Rate(DiaryRow row, DiaryTime at, string name)
    {
        if (NumberOf(row["Rating"]) is not { } rating)
            facts.Refuse(row.Line, RefusalReason.NotANumber, row["Rating"], "Rating");
        else if (rating != 0)
            facts.Rate(at, name, rating, Stars, Better.Higher);
        if (NumberOf(row["Snore"]) is >= 0 and var snored)
            facts.Amount(at, App, "Snore", snored, "s", DailyRule.Sum, MeasureRole.None);
    }

    /// <summary>A negative number is what was not measured.</summary>
    private void PassOverOthers(DiaryRow row)
    {
        foreach (var column in NotRead)
            if (row[column].Length > 0 && row[column][0] != '-')
                facts.PassOver(column);
        foreach (var label in SleepEvents.OthersIn(row.Cells))
            facts.PassOver(label);
    }

    private void ReadComment(DiaryRow row, DiaryTime at)
    {
        var comment = row["Comment"].Replace(@"\n", "\n", StringComparison.Ordinal);
        foreach (Match tag in Tag().Matches(comment))
            facts.Answer(at, "Comment", tag.Groups[1].Value);
        facts.Write(at, Tag().Replace(comment, ""));
    }

    private static Instant? MillisecondsOf(string cell) =>
        long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
        && ms is > 0 and < 30_000_000_000_000
            ? Instant.FromUnixTimeMilliseconds(ms)
            : null;

    /// <summary>Always with a fraction, after a point or a comma; there are no thousands.</summary>
    private static double? NumberOf(string cell) =>
        Figures().IsMatch(cell)
            ? double.Parse(cell.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;

    /// <summary>"#snore_2x" is the tag "#snore", twice.</summary>
    [GeneratedRegex(@"(#[^\s#]+?)(?:_[0-9]x)?(?=\s|$)")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^-?[0-9]{1,9}([.,][0-9]{1,20})?$")]
    private static partial Regex Figures();
}
