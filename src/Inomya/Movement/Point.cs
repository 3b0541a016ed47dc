namespace Inomya.Movement;

/// <summary>A point of a drawing, or the way from one to another; y downward.</summary>
internal readonly record struct Point(double X, double Y)
{
    public static Point Of(List<double> point) => new(point[0], point[1]);

    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    public static Point operator *(Point a, double by) => new(a.X * by, a.Y * by);

    public double Length => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>The same way, of length 1; nowhere stays nowhere.</summary>
    public Point Unit => Length > 0 ? this * (1 / Length) : this;

    /// <summary>A quarter turn to the left of who goes this way.</summary>
    public Point Left => new(Y, -X);

    public Point Turned(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new((X * cos) - (Y * sin), (X * sin) + (Y * cos));
    }

    public override string ToString() => $"{SvgPath.Number(X)} {SvgPath.Number(Y)}";
}
