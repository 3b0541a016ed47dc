using NodaTime;

namespace Inomya.Web.Design.Gallery;

/// <summary>Invented numbers for the living page; the same on every run.</summary>
internal static class Invented
{
    public static LocalDate MonthStart { get; } = new(2026, 10, 18);
    public static LocalDate YearsStart { get; } = new(2024, 11, 23);
    public static LocalDate Change { get; } = new(2026, 3, 2);

    public static double[] Month { get; } =
        Holes(
            [
                5,
                4,
                4,
                3,
                5,
                6,
                4,
                3,
                2,
                3,
                4,
                4,
                5,
                0,
                0,
                4,
                3,
                3,
                4,
                2,
                3,
                5,
                4,
                0,
                5,
                6,
                8,
                8,
                7,
                8,
                7,
                6,
                5,
                4,
                0,
                4,
            ],
            13,
            14,
            23,
            34
        );
    public static double[] Hours { get; } =
        Holes(
            [
                6,
                6.5,
                5,
                7,
                6,
                4.5,
                6,
                6.5,
                7,
                6,
                5.5,
                6,
                6,
                0,
                7,
                6.5,
                6,
                5,
                6,
                6,
                3,
                4,
                6,
                7,
                6,
                5,
                4,
                4.5,
                5,
                5,
                6,
                6,
                6.5,
                7,
                0,
                6,
            ],
            13,
            23,
            30
        );
    public static double[] Before { get; } = [6, 7, 5, 6, 8, 6, 7, 5, 6, 6, 4, 7, 8, 6, 5, 7, 6, double.NaN, 6, 7];
    public static double[] After { get; } =
    [4, 5, 3, 4, 6, 4, 3, 5, 4, 4, 2, 5, 4, 3, double.NaN, double.NaN, 5, 4, 3, 6];

    public static double[] Course { get; } = [.. Enumerable.Range(0, 730).Select(Middle)];
    public static double[] CourseLow { get; } =
    [.. Course.Select((v, i) => v - .5 - .3 * Math.Abs(Math.Sin(i / 90.0)))];
    public static double[] CourseHigh { get; } =
    [.. Course.Select((v, i) => v + .5 + .3 * Math.Abs(Math.Sin(i / 90.0)))];
    public static double[] Years { get; } =
    [
        .. Course.Select(
            (v, i) =>
                i % 11 == 3 || i is > 200 and < 231 ? double.NaN : Math.Round(Math.Clamp(v + 2.2 * Wobble(i), 0, 10))
        ),
    ];

    private static double Middle(int day) => (day < 464 ? 6.1 : 4.1) + .7 * Math.Sin(day / 58.0);

    /// <summary>-1 to 1, uneven enough to look like days.</summary>
    private static double Wobble(int day) => Math.Sin(day * 12.9898) * Math.Cos(day * 4.1414 + 1);

    private static double[] Holes(double[] values, params int[] days)
    {
        foreach (var day in days)
            values[day] = double.NaN;
        return values;
    }
}
