namespace Inomya.Analysis;

/// <summary>Effects of courses, and the curves along which they were likeliest to act.</summary>
internal sealed record CoursesResult(IReadOnlyList<CourseEffect> Effects, IReadOnlyList<double[]> Curves);
