using Inomya.Content;
using Inomya.Evidence;
using Inomya.Function;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Medicines;
using Inomya.Questionnaires;
using Inomya.WhatHelped;

namespace Inomya.Reports;

/// <summary>The content that reports are written with.</summary>
public sealed record ReportShelf(
    ContentFolder Content,
    MeasureCatalogue Measures,
    Instruments Instruments,
    MedicineCatalogue Medicines,
    EvidenceCatalogue Cards,
    LabTests Tests,
    CriticalLimits Limits,
    WhatHelpedRules Helped
)
{
    public ReportRules Rules { get; } = ReportRules.Read(Content);

    /// <summary>What a function file is made with.</summary>
    public FunctionShelf Functions { get; } = FunctionShelf.Read(Content);

    /// <summary>All of it read anew.</summary>
    public static ReportShelf Of(ContentFolder content)
    {
        var medicines = new MedicineCatalogue(content);
        return new ReportShelf(
            content,
            new MeasureCatalogue(content),
            new Instruments(content),
            medicines,
            new EvidenceCatalogue(content, medicines),
            new LabTests(content),
            new CriticalLimits(content, new LabTests(content)),
            WhatHelpedRules.Read(content)
        );
    }
}
