using System.Globalization;
using System.Text;
using NodaTime;

namespace Inomya.Cli.Tests.Support;

/// <summary>Daily tables of an invented person, the same every time.</summary>
public static class Diary
{
    public const string Map =
        """{"date": {"column": "day"}, "columns": {"pain": {"measure": "pain"}, "hours": {"measure": "sleep_hours"}}}""";

    /// <summary>"day,pain,hours" for this many days from 2020 on.</summary>
    public static string Small(int days = 30, int shift = 0)
    {
        var csv = new StringBuilder("day,pain,hours\n");
        for (var day = 0; day < days; day++)
            csv.Append(
                CultureInfo.InvariantCulture,
                $"{new LocalDate(2020, 1, 1).PlusDays(day):uuuu-MM-dd},{(day * 7 + shift) % 11},{5 + day % 4}.5\n"
            );
        return csv.ToString();
    }

    /// <summary>A table that takes a while to write: 12,000 days of pain, one column a region.</summary>
    public static (string Csv, string Map) Large()
    {
        string[] regions =
        [
            "neck",
            "chest",
            "abdomen",
            "upper_back",
            "lower_back",
            "hip_left",
            "hip_right",
            "jaw_left",
        ];
        var csv = new StringBuilder("day," + string.Join(',', regions) + "\n");
        for (var day = 0; day < 12_000; day++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{new LocalDate(1990, 1, 1).PlusDays(day):uuuu-MM-dd}");
            foreach (var _ in regions)
                csv.Append(',').Append(day % 11);
            csv.Append('\n');
        }
        var columns = regions.Select(r => $$"""  "{{r}}": {"measure": "pain", "region": "{{r}}"}""");
        return (csv.ToString(), $$$"""{"date": {"column": "day"}, "columns": { {{{string.Join(",", columns)}}} }}""");
    }
}
