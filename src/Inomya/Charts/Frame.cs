using System.Globalization;
using System.Text;
using Inomya.Content;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Charts;

/// <summary>Where days and values stand in the picture.</summary>
/// <remarks>
/// Words and ticks are placed in per cent of the whole, so they keep their size while the picture fits any width. Lines are drawn on a
/// sheet of <see cref="Sheet"/> by <see cref="Sheet"/> that is stretched over the plot, with strokes that do not stretch.
/// </remarks>
/// <param name="Start">The first day.</param>
/// <param name="Days">How many days.</param>
/// <param name="Low">The value at the bottom.</param>
/// <param name="Top">The value at the top.</param>
public sealed record Frame(LocalDate Start, int Days, double Low, double Top)
{
    public const double Sheet = 1000;

    /// <summary>Per cent of the width or height at which the plot begins and how far it goes.</summary>
    public const double Left = 10,
        Width = 89,
        Up = 4,
        Height = 82;

    private const int MostTicks = 4;
    private static readonly double[] NiceSteps = [1, 2, 4, 5, 8, 10];

    /// <summary>A frame around a scale or, where values leave it, around the values.</summary>
    public static Frame Around(LocalDate start, IReadOnlyList<double> values, double? low = null, double? top = null)
    {
        var recorded = values.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (bottom, ceiling) = (low ?? Math.Min(0, recorded.Min()), top ?? NiceAbove(recorded.Max()));
        return new(start, Math.Max(1, values.Count), bottom, ceiling > bottom ? ceiling : bottom + 1);
    }

    public LocalDate End => Start.PlusDays(Days - 1);

    public LocalDate DayAt(int index) => Start.PlusDays(index);

    /// <summary>Middle of a day on the sheet.</summary>
    public double X(int index) => (index + .5) / Days * Sheet;

    /// <summary>Left edge of a day on the sheet; days outside the frame stand at its edges.</summary>
    public double Edge(LocalDate day) => Math.Clamp((double)Period.DaysBetween(Start, day) / Days, 0, 1) * Sheet;

    /// <summary>The spans that can be seen, as left edge and width on the sheet.</summary>
    public IEnumerable<(double X, double Width)> Seen(IEnumerable<DaySpan> spans)
    {
        foreach (var span in spans)
        {
            var (from, to) = (LocalDate.Max(span.From, Start), LocalDate.Min(span.To, End));
            if (from <= to)
                yield return (Edge(from), Edge(to.PlusDays(1)) - Edge(from));
        }
    }

    /// <summary>The same as SVG writes it.</summary>
    public IEnumerable<(string X, string Width)> Stretches(IEnumerable<DaySpan> spans) =>
        Seen(spans).Select(s => (N(s.X), N(s.Width)));

    public double Y(double value) => (1 - (Math.Clamp(value, Low, Top) - Low) / (Top - Low)) * Sheet;

    /// <summary>A place on the sheet in per cent of the whole picture.</summary>
    public static string AcrossPercent(double x) => N(Left + x / Sheet * Width) + "%";

    public static string DownPercent(double y) => N(Up + y / Sheet * Height) + "%";

    /// <summary>
    /// The pieces of a line through the recorded days, as points on the sheet: a day without a record ends one, and a
    /// recorded day between two such days is a piece of one point.
    /// </summary>
    public IEnumerable<IReadOnlyList<(double X, double Y)>> Pieces(IReadOnlyList<double> values)
    {
        var piece = new List<(double X, double Y)>();
        for (var i = 0; i < values.Count; i++)
        {
            if (!double.IsNaN(values[i]))
                piece.Add((X(i), Y(values[i])));
            if (piece.Count == 0 || (i + 1 < values.Count && !double.IsNaN(values[i + 1])))
                continue;
            yield return piece;
            piece = [];
        }
    }

    /// <summary>
    /// A line through the recorded days. A day without a record ends it; a recorded day between two such days is a dot.
    /// </summary>
    public string Line(IReadOnlyList<double> values)
    {
        var path = new StringBuilder();
        foreach (var piece in Pieces(values))
        {
            for (var i = 0; i < piece.Count; i++)
                path.Append(i == 0 ? 'M' : 'L').Append(N(piece[i].X)).Append(' ').Append(N(piece[i].Y));
            if (piece.Count == 1)
                path.Append("h0");
        }
        return path.ToString();
    }

    /// <summary>Dots alone, one a recorded day.</summary>
    public string Dots(IReadOnlyList<double> values)
    {
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
            if (!double.IsNaN(values[i]))
                Point(path, 'M', i, values[i]).Append("h0");
        return path.ToString();
    }

    /// <summary>The area between two lines, broken where either has a gap.</summary>
    public string Band(IReadOnlyList<double> low, IReadOnlyList<double> high)
    {
        var path = new StringBuilder();
        for (var i = 0; i < low.Count; i++)
        {
            if (!IsThere(i))
                continue;
            var from = i;
            while (IsThere(i + 1))
                i++;
            for (var j = from; j <= i; j++)
                Point(path, j == from ? 'M' : 'L', j, high[j]);
            for (var j = i; j >= from; j--)
                Point(path, 'L', j, low[j]);
            path.Append('Z');
        }

        return path.ToString();

        bool IsThere(int day) => day < low.Count && !double.IsNaN(low[day]) && !double.IsNaN(high[day]);
    }

    private StringBuilder Point(StringBuilder path, char command, int day, double value) =>
        path.Append(command).Append(N(X(day))).Append(' ').Append(N(Y(value)));

    /// <summary>Up to five values for the grid, bottom and top among them.</summary>
    public IEnumerable<double> Grid()
    {
        var steps =
            (Top - Low) % 4 == 0 ? 4
            : (Top - Low) % 5 == 0 ? 5
            : 2;
        if (steps == 5 && (Top - Low) > 5)
            steps = 2;
        for (var i = 0; i <= steps; i++)
            yield return Low + (Top - Low) * i / steps;
    }

    /// <summary>Up to four days for the axis, with their words: first days of months in a long frame, days in a short one.</summary>
    public IEnumerable<(double X, string Label)> Ticks(Words words) => Days < 70 ? DayTicks(words) : MonthTicks(words);

    private IEnumerable<(double X, string Label)> DayTicks(Words words)
    {
        var step = Step(Days);
        for (var i = step / 2; i < Days; i += step)
            yield return (X(i), Format(words, "design.format.day", DayAt(i)));
    }

    private IEnumerable<(double X, string Label)> MonthTicks(Words words)
    {
        var months = Period.Between(Start, End, PeriodUnits.Months).Months + 1;
        var format = months > 12 ? "design.format.month-year" : "design.format.month";
        var first = new LocalDate(Start.Year, Start.Month, 1).PlusMonths(1);
        for (var month = first; month <= End; month = month.PlusMonths(Step(months)))
            if (Period.DaysBetween(month, End) > Days / 20)
                yield return (Edge(month), Format(words, format, month));
    }

    private static int Step(int count) => Math.Max(1, (int)Math.Ceiling(count / (double)MostTicks));

    private static string Format(Words words, string pattern, LocalDate day) =>
        LocalDatePattern.Create(words[pattern], words.Culture).Format(day);

    private static double NiceAbove(double value)
    {
        if (value <= 0)
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return NiceSteps.Select(n => n * power).First(n => n >= value * .999);
    }

    public static string Percent(double number) => N(number) + "%";

    /// <summary>A number as SVG writes it.</summary>
    public static string N(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
