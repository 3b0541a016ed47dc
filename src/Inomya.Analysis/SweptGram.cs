using System.Numerics.Tensors;

namespace Inomya.Analysis;

/// <summary>
/// A matrix of inner products that columns can be swept into and out of, which adds them to and removes them from a
/// regression.
/// </summary>
/// <remarks>
/// Written here because a model search needs the single-column update, which MathNet.Numerics does not have;
/// refactoring for every model visited would cost a hundred times as much.
/// With S the columns swept in: for k in S, A[k,y] is k's coefficient and -A[k,l] its covariance over the error
/// variance; for j outside, A[j,j] and A[j,y] are j's residual square and cross product; A[y,y] is the residual sum of
/// squares. Source: Goodnight (1979), Am. Stat. 33(3), 149-158, doi:10.1080/00031305.1979.10482685 (here in the
/// symmetric sign convention).
/// </remarks>
internal sealed class SweptGram
{
    private readonly double[] _a;
    private readonly double[] _pivotRow;

    public SweptGram(int size)
    {
        Size = size;
        _a = new double[size * size];
        _pivotRow = new double[size];
    }

    public int Size { get; }

    public double this[int i, int j] => _a[i * Size + j];

    /// <summary>Residual sum of squares of the last column, the outcome; above 0, so that it has a log.</summary>
    public double Residual => Math.Max(_a[^1], Tiny.ExactFit);

    /// <summary>
    /// The inner products of whitened columns, each a row of <paramref name="columns"/>, plus a ridge on the diagonal.
    /// </summary>
    public static SweptGram Of(ReadOnlySpan<double> columns, int length, ReadOnlySpan<double> ridge)
    {
        var size = ridge.Length;
        var gram = new SweptGram(size);
        for (var i = 0; i < size; i++)
        {
            var left = columns.Slice(i * length, length);
            for (var j = i; j < size; j++)
                gram.Set(i, j, TensorPrimitives.Dot(left, columns.Slice(j * length, length)));
            gram.AddRidge(i, ridge[i]);
        }
        return gram;
    }

    private void Set(int i, int j, double value) => _a[i * Size + j] = _a[j * Size + i] = value;

    /// <summary>The square block of the given rows and columns.</summary>
    public SweptGram Block(int first)
    {
        var block = new SweptGram(Size - first);
        for (var i = first; i < Size; i++)
            _a.AsSpan(i * Size + first, block.Size).CopyTo(block._a.AsSpan((i - first) * block.Size));
        return block;
    }

    /// <summary>The rows and columns of these positions, in their order.</summary>
    public SweptGram Pick(ReadOnlySpan<int> positions)
    {
        var picked = new SweptGram(positions.Length);
        for (var i = 0; i < positions.Length; i++)
        for (var j = 0; j < positions.Length; j++)
            picked._a[i * picked.Size + j] = this[positions[i], positions[j]];
        return picked;
    }

    public void CopyFrom(SweptGram other) => other._a.CopyTo(_a, 0);

    /// <summary>Adds to the diagonal of a column that is not swept in.</summary>
    public void AddRidge(int k, double ridge) => _a[k * Size + k] += ridge;

    /// <summary>Sweeps a column in, or back out when it is in.</summary>
    public void Toggle(int k)
    {
        var pivot = this[k, k];
        _a.AsSpan(k * Size, Size).CopyTo(_pivotRow);
        for (var i = 0; i < Size; i++)
            if (i != k && _pivotRow[i] != 0)
                AddPivotRow(i, -_pivotRow[i] / pivot);

        var scale = pivot > 0 ? 1 / pivot : -1 / pivot;
        for (var i = 0; i < Size; i++)
            Set(i, k, _pivotRow[i] * scale);
        _a[k * Size + k] = -1 / pivot;
    }

    private void AddPivotRow(int i, double times)
    {
        var row = _a.AsSpan(i * Size, Size);
        TensorPrimitives.MultiplyAdd(_pivotRow, times, row, row);
    }

    /// <summary>Sweeps in the first so many columns, all with something left of them.</summary>
    public void ToggleFirst(int columns)
    {
        for (var k = 0; k < columns; k++)
            Toggle(k);
    }

    /// <summary>Sweeps in the first columns, one for each ridge, that their prior has.</summary>
    /// <returns>Log of what they add to the evidence: their share of the determinant against their prior's.</returns>
    public double ToggleFirst(ReadOnlySpan<double> ridge)
    {
        double log = 0;
        for (var k = 0; k < ridge.Length; k++)
        {
            log -= 0.5 * Math.Log(this[k, k] / ridge[k]);
            Toggle(k);
        }
        return log;
    }

    /// <summary>Sweeps a column in where the others leave something of it.</summary>
    /// <returns>Log of the square left of it; bounded below.</returns>
    public double ToggleUnlessSpanned(int k)
    {
        var left = this[k, k];
        if (left > Tiny.Spanned)
            Toggle(k);
        return Math.Log(Math.Max(left, Tiny.ExactFit));
    }
}
