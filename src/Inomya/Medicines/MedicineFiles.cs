namespace Inomya.Medicines;

// The shape of content/treatments and content/interactions as written; MedicineCatalogue turns it into what the program
// uses.
// The schema of each file is in content/schema.

internal sealed class SubstanceFile
{
    public List<SubstanceRow> Substances { get; set; } = [];
}

internal sealed class SubstanceRow
{
    public string Id { get; set; } = "";
    public SubstanceKind Kind { get; set; }
    public List<string> Names { get; set; } = [];
    public List<string> Es { get; set; } = [];
    public List<string> De { get; set; } = [];
    public List<string> Fr { get; set; } = [];
    public List<string> Brands { get; set; } = [];
    public List<string> Misspelt { get; set; } = [];
    public List<string> Classes { get; set; } = [];
    public List<CodeRow> Codes { get; set; } = [];
    public List<ConversionRow> Units { get; set; } = [];
    public int? FromAge { get; set; }
}

internal sealed class CodeRow
{
    public string System { get; set; } = "";
    public string Code { get; set; } = "";
    public bool Verified { get; set; }
}

internal sealed class ConversionRow
{
    public string From { get; set; } = "";
    public double Value { get; set; }
    public string Unit { get; set; } = "";
}

internal sealed class ClassFile
{
    public List<ClassRow> Classes { get; set; } = [];
}

internal sealed class ClassRow
{
    public string Id { get; set; } = "";
    public List<string> In { get; set; } = [];
}

internal sealed class ProductFile
{
    public List<ProductRow> Products { get; set; } = [];
}

internal sealed class ProductRow
{
    public string Id { get; set; } = "";
    public List<string> Names { get; set; } = [];
    public List<IngredientRow> Contains { get; set; } = [];
    public List<string> Routes { get; set; } = [];
    public bool Assumed { get; set; }
    public List<string> Countries { get; set; } = [];
}

internal sealed class IngredientRow
{
    public string Substance { get; set; } = "";
    public AmountRow? PerUnit { get; set; }
    public bool Main { get; set; }
}

internal sealed class AmountRow
{
    public double Value { get; set; }
    public string Unit { get; set; } = "";

    public Amount ToAmount() => new(Value, Unit);
}

internal sealed class UnitFile
{
    public List<UnitRow> Units { get; set; } = [];
}

internal sealed class UnitRow
{
    public string Code { get; set; } = "";
    public string Dimension { get; set; } = "";
    public double Factor { get; set; } = 1;
    public List<string> Spellings { get; set; } = [];
}

internal sealed class NameWordFile
{
    public List<string> Salts { get; set; } = [];
    public List<string> Joiners { get; set; } = [];
    public List<string> Variants { get; set; } = [];
    public List<string> Strengths { get; set; } = [];
    public List<string> Purposes { get; set; } = [];
    public List<string> For { get; set; } = [];
    public List<string> Without { get; set; } = [];
    public List<string> Free { get; set; } = [];
    public List<string> Makers { get; set; } = [];
    public List<string> Per { get; set; } = [];
    public List<FormRow> Forms { get; set; } = [];
    public List<string> LocalRoutes { get; set; } = [];
}

internal sealed class FormRow
{
    public string? Route { get; set; }
    public List<string> Words { get; set; } = [];
}

internal sealed class SourceFile
{
    public Dictionary<string, SourceRow> Sources { get; set; } = [];
}

internal sealed class SourceRow
{
    /// <summary>Run by who sells what was studied.</summary>
    public bool Maker { get; set; }

    public string Citation { get; set; } = "";
    public string? Doi { get; set; }
    public string? Url { get; set; }
    public string Seen { get; set; } = "";
    public string? On { get; set; }
}

internal class RuleRow
{
    public string Id { get; set; } = "";
    public Severity Severity { get; set; }
    public string Action { get; set; } = "";
    public List<string> Sources { get; set; } = [];
    public bool Verified { get; set; }
    public string Mark { get; set; } = "";
}

internal sealed class CombinationFile
{
    public string? Mechanism { get; set; }
    public List<RoleRow> Roles { get; set; } = [];
    public List<CombinationRow> Rules { get; set; } = [];
}

internal sealed class RoleRow
{
    public string Id { get; set; } = "";
    public List<MemberRow> Members { get; set; } = [];
}

internal sealed class MemberRow
{
    public List<string> Any { get; set; } = [];
    public List<string> Sources { get; set; } = [];
    public bool Verified { get; set; }
    public string Mark { get; set; } = "";
}

internal sealed class CombinationRow : RuleRow
{
    public string? Text { get; set; }
    public int? Number { get; set; }
    public FindingKind Kind { get; set; } = FindingKind.Interaction;
    public int? FromAge { get; set; }
    public List<SideRow> Sides { get; set; } = [];
}

internal sealed class SideRow
{
    public List<string> Any { get; set; } = [];
    public List<string> Except { get; set; } = [];
    public bool OnSkin { get; set; }
    public AmountRow? AtLeast { get; set; }
    public bool OnlyKnown { get; set; }
    public int WashoutDays { get; set; }
}

internal sealed class DuplicateFile
{
    public List<DuplicateRow> Classes { get; set; } = [];
    public DuplicateRow Same { get; set; } = new();
    public DuplicateRow SameName { get; set; } = new();
    public DuplicateRow SameSupplement { get; set; } = new();
    public DuplicateRow SameOnSkin { get; set; } = new();
    public DuplicateRow SameForms { get; set; } = new();
    public DuplicateRow SameLongAndShort { get; set; } = new();
}

internal sealed class DuplicateRow : RuleRow
{
    public List<int> Numbers { get; set; } = [];
    public string Class { get; set; } = "";
    public List<string> Any { get; set; } = [];
    public List<string> Except { get; set; } = [];
}

internal sealed class BurdenFile
{
    public List<BurdenRow> Burdens { get; set; } = [];
}

internal sealed class BurdenRow : RuleRow
{
    public List<WeightRow> Weights { get; set; } = [];
    public List<LevelRow> Levels { get; set; } = [];
}

internal sealed class WeightRow
{
    public double Weight { get; set; }
    public List<string> Any { get; set; } = [];
}

internal sealed class LevelRow
{
    public double AtLeast { get; set; }
    public Severity Severity { get; set; }
}

internal sealed class LimitFile
{
    public double OverdoseTimes { get; set; }
    public List<LimitRow> Limits { get; set; } = [];
}

internal sealed class LimitRow : RuleRow
{
    public FindingKind Kind { get; set; } = FindingKind.Maximum;
    public string Of { get; set; } = "";
    public string? Product { get; set; }
    public List<string> For { get; set; } = [];
    public List<string> With { get; set; } = [];
    public int? FromAge { get; set; }
    public string? Setting { get; set; }
    public List<string> Countries { get; set; } = [];
    public AmountRow PerDay { get; set; } = new();
}

internal sealed class UsualDoseFile
{
    public double AskFromTimes { get; set; }
    public List<IntervalRow> Intervals { get; set; } = [];
    public List<UsualDoseRow> Doses { get; set; } = [];
    public List<ApartRow> Apart { get; set; } = [];
}

internal sealed class IntervalRow : RuleRow
{
    public string Of { get; set; } = "";
    public bool Patch { get; set; }
    public List<string> ExceptNames { get; set; } = [];
    public AmountRow? From { get; set; }
    public AmountRow? UpTo { get; set; }
    public int EveryDays { get; set; }
    public double LeastDays { get; set; }
    public Severity Unsaid { get; set; }
    public string Harm { get; set; } = "";
}

internal sealed class UsualDoseRow : RuleRow
{
    public string Of { get; set; } = "";
    public AmountRow Usual { get; set; } = new();
    public AmountRow UpTo { get; set; } = new();
}

internal sealed class ApartRow : RuleRow
{
    public string Of { get; set; } = "";
    public double Hours { get; set; }
}

internal sealed class DurationFile
{
    public List<DurationRow> Durations { get; set; } = [];
}

internal sealed class DurationRow : RuleRow
{
    public string Of { get; set; } = "";
    public string? Product { get; set; }
    public string? Setting { get; set; }
    public List<string> Countries { get; set; } = [];
    public int Days { get; set; }
}

internal sealed class AllergyFile
{
    public List<AllergyRow> Kinds { get; set; } = [];
}

internal sealed class AllergyRow : RuleRow
{
    public List<string> Any { get; set; } = [];
}

internal sealed class NoteFile
{
    public List<NoteRow> Notes { get; set; } = [];
}

internal sealed class NoteRow : RuleRow
{
    public int? Number { get; set; }
    public FindingKind Kind { get; set; }
    public List<string> Any { get; set; } = [];
    public List<string> Except { get; set; } = [];
    public string? Product { get; set; }
    public Dictionary<string, Severity> With { get; set; } = [];
    public int? UntilAge { get; set; }
}

internal sealed class CountryGroupFile
{
    public Dictionary<string, List<string>> Groups { get; set; } = [];
}
