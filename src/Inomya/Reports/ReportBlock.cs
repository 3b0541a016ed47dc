namespace Inomya.Reports;

/// <summary>One piece of a section.</summary>
public abstract record ReportBlock;
