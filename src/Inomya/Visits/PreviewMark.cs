using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Inomya.Content;
using Inomya.Documents;
using Inomya.Reports;

namespace Inomya.Visits;

/// <summary>Tells by a short mark whether two reports are the same to the last number and point of a picture.</summary>
public static class PreviewMark
{
    /// <summary>64 letters and digits that say nothing of what is in it.</summary>
    public static string Of(ReportDocument report, Words words)
    {
        var all = new StringBuilder(PlainText.Write(report, words)).Append(report.Audience).Append(report.MostPages);
        foreach (var section in report.Sections)
        {
            all.Append(section.Id).Append(section.OnNewPage);
            foreach (var block in section.Blocks)
                Add(all, block);
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }

    /// <summary>What a picture shows and its words do not tell.</summary>
    private static void Add(StringBuilder all, ReportBlock block)
    {
        if (block is PlacesBlock places)
            foreach (var (place, share) in places.Share.OrderBy(s => s.Key, StringComparer.Ordinal))
                all.Append(CultureInfo.InvariantCulture, $"{place}={share:R};");
        if (block is not CourseBlock course)
            return;
        all.Append(CultureInfo.InvariantCulture, $"{course.Start:uuuu-MM-dd} {course.Low} {course.Top} {course.Name}");
        all.Append(course.Second?.Name);
        foreach (var value in course.Values.Concat(course.Smooth ?? []).Concat(course.Second?.Values ?? []))
            all.Append(CultureInfo.InvariantCulture, $"{value:R};");
        foreach (var (from, to) in course.Flares)
            all.Append(CultureInfo.InvariantCulture, $"{from:uuuu-MM-dd} {to:uuuu-MM-dd};");
        foreach (var day in course.BadDays)
            all.Append(CultureInfo.InvariantCulture, $"{day:uuuu-MM-dd};");
    }
}
