namespace Inomya.Charts;

/// <summary>Follows the commands of an outline.</summary>
internal sealed class ShapeReader
{
    private readonly List<IReadOnlyList<(double X, double Y)>> _outlines = [];
    private List<(double X, double Y)> _points = [];
    private (double X, double Y) _at,
        _handle;

    /// <summary>Each begins with a point; then three a curve.</summary>
    public IReadOnlyList<IReadOnlyList<(double X, double Y)>> Outlines => _outlines;

    public void Take(char command, double[] v)
    {
        var from = char.IsLower(command) ? _at : (X: 0, Y: 0);
        switch (char.ToUpperInvariant(command))
        {
            case 'M':
                Begin((from.X + v[0], from.Y + v[1]));
                break;
            case 'H':
                Straight((from.X + v[0], _at.Y));
                break;
            case 'V':
                Straight((_at.X, from.Y + v[0]));
                break;
            case 'C':
                Curves(command, v, 6);
                break;
            case 'S':
                Curves(command, v, 4);
                break;
            case 'Z':
                break;
            default:
                throw new FormatException($"An outline has the command '{command}', which none of ours has.");
        }
    }

    private void Begin((double X, double Y) at)
    {
        _points = [at];
        _outlines.Add(_points);
        (_at, _handle) = (at, at);
    }

    private void Straight((double X, double Y) to) => Add(_at, to, to);

    /// <param name="each">Numbers of one curve: with four the first handle mirrors the last one.</param>
    private void Curves(char command, double[] v, int each)
    {
        for (var i = 0; i + each <= v.Length; i += each)
        {
            var from = char.IsLower(command) ? _at : (X: 0, Y: 0);
            var first = each == 6 ? Point(i) : (2 * _at.X - _handle.X, 2 * _at.Y - _handle.Y);
            Add(first, Point(i + each - 4), Point(i + each - 2));

            (double, double) Point(int at) => (from.X + v[at], from.Y + v[at + 1]);
        }
    }

    private void Add((double X, double Y) first, (double X, double Y) second, (double X, double Y) to)
    {
        _points.AddRange([first, second, to]);
        (_handle, _at) = (second, to);
    }
}
