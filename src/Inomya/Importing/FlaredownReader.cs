using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing;

/// <summary>Turns the rows of one person of Flaredown's data set into facts; a row that makes none is refused.</summary>
/// <param name="cells">How many cells a whole row has.</param>
internal sealed partial class FlaredownReader(Dates dates, int cells)
{
    private static readonly Scale Rating = new(0, 4);

    /// <summary>The measures of ours that their names stand for.</summary>
    private static readonly Dictionary<string, string> BuiltIn = new()
    {
        ["pain"] = "pain",
        ["fatigue"] = "fatigue",
        ["brain fog"] = "fog",
        ["stiffness"] = "stiffness",
    };

    private readonly HashSet<Guid> _introduced = [];

    public List<Recorded> Facts { get; } = [];
    public List<RefusedRow> Refused { get; } = [];

    public void Read(FlaredownRow row)
    {
        if (row.Cells != cells)
        {
            Refuse(row, RefusalReason.WrongNumberOfCells, $"{row.Cells}");
            return;
        }
        var (day, whyNot) = dates.Read(row.Day);
        if (whyNot is { } reason)
            Refuse(row, reason, row.Day);
        else if (row.Name.Length == 0)
            Refuse(row, RefusalReason.NoName, row.Type);
        else
            Add(row, day);
    }

    private void Refuse(FlaredownRow row, RefusalReason why, string value) =>
        Refused.Add(new RefusedRow(row.Line, why, value));

    private void Add(FlaredownRow row, LocalDate day)
    {
        switch (row.Type)
        {
            case "Condition" or "Symptom":
                AddRating(row, day);
                break;
            case "Tag" or "Food":
                AddEntry(row, day, MeasureKind.YesNo, MeasureRole.Binary, 1, null);
                break;
            case "Weather" or "HBI":
                AddNumber(row, day, row.Type == "Weather" ? MeasureRole.Weather : MeasureRole.Symptom);
                break;
            case "Treatment":
                AddIntake(row, day);
                break;
            default:
                Refuse(row, RefusalReason.UnknownType, row.Type);
                break;
        }
    }

    private void AddRating(FlaredownRow row, LocalDate day)
    {
        if (!int.TryParse(row.Value, CultureInfo.InvariantCulture, out var points) || !Rating.Holds(points))
            Refuse(row, RefusalReason.OffTheScale, row.Value);
        else
            AddEntry(row, day, MeasureKind.Scale, MeasureRole.Symptom, points, Rating);
    }

    private void AddNumber(FlaredownRow row, LocalDate day, MeasureRole role)
    {
        if (
            double.TryParse(row.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
        )
            AddEntry(row, day, MeasureKind.Quantity, role, value, null);
        else if (role != MeasureRole.Weather)
            Refuse(row, RefusalReason.NotANumber, row.Value);
        else
            AddText(row, day);
    }

    /// <summary>The weather icon: words, kept but never analysed.</summary>
    private void AddText(FlaredownRow row, LocalDate day)
    {
        var measure = OwnMeasure(row, MeasureKind.Text, MeasureRole.None, null);
        Facts.Add(
            new Entry
            {
                Id = IdOf(row),
                Measure = measure,
                Text = row.Value,
                Day = day,
                Source = FlaredownCsv.Format,
            }
        );
    }

    private void AddEntry(
        FlaredownRow row,
        LocalDate day,
        MeasureKind kind,
        MeasureRole role,
        double value,
        Scale? scale
    )
    {
        var measure =
            scale is not null && BuiltIn.TryGetValue(Plain(row.Name), out var ours)
                ? ours
                : OwnMeasure(row, kind, role, scale);
        Facts.Add(
            new Entry
            {
                Id = IdOf(row),
                Measure = measure,
                Value = value,
                Day = day,
                Source = FlaredownCsv.Format,
                ScaleLow = scale?.Low,
                ScaleTop = scale?.Top,
                Unit = scale is null ? "1" : "{score}",
            }
        );
    }

    private void AddIntake(FlaredownRow row, LocalDate day)
    {
        var treatment = new Treatment
        {
            Id = Recorded.ImportId(FlaredownCsv.Format, "treatment", Plain(row.Name)),
            Name = row.Name.Trim(),
            Kind = TreatmentKind.Medicine,
        };
        Introduce(treatment);
        Facts.Add(IntakeOf(row, treatment, day));
    }

    private static Intake IntakeOf(FlaredownRow row, Treatment treatment, LocalDate day)
    {
        var (amount, unit) = DoseIn(row.Value);
        return new Intake
        {
            Id = IdOf(row),
            TreatmentId = treatment.Id,
            Day = day,
            Status = IntakeStatus.Taken,
            Source = FlaredownCsv.Format,
            Amount = amount,
            AmountUnit = unit,
            AsWritten = amount is not null || row.Value.Length == 0 ? null : row.Value,
        };
    }

    private static (double? Amount, string? Unit) DoseIn(string written) =>
        Dose().Match(written) is { Success: true } dose
            ? (double.Parse(dose.Groups[1].Value, CultureInfo.InvariantCulture), dose.Groups[2].Value)
            : (null, null);

    /// <summary>The name of the person's own measure for a row, which comes in with its first value.</summary>
    private string OwnMeasure(FlaredownRow row, MeasureKind kind, MeasureRole role, Scale? scale)
    {
        var name = kind == MeasureKind.Scale ? row.Name.Trim() : $"{row.Type}: {row.Name.Trim()}";
        var id = MappedCsv.OwnId(name);
        Introduce(
            new OwnMeasure
            {
                Id = Recorded.ImportId("own-measure", id),
                Measure = id,
                Name = name,
                Kind = kind,
                Role = role,
                Better = scale is null ? Better.Neither : Better.Lower,
                ScaleLow = scale?.Low,
                ScaleTop = scale?.Top,
                Unit = scale is null ? "1" : "{score}",
                Daily = kind == MeasureKind.YesNo ? DailyRule.Max : DailyRule.Mean,
            }
        );
        return id;
    }

    private void Introduce(Recorded fact)
    {
        if (_introduced.Add(fact.Id))
            Facts.Add(fact);
    }

    private static Guid IdOf(FlaredownRow row) => Recorded.ImportId(FlaredownCsv.Format, row.Type, row.Name, row.Day);

    private static string Plain(string name) => name.Trim().ToLowerInvariant();

    [GeneratedRegex(@"^\s*(\d+(?:\.\d+)?)\s*([\p{L}µ%/]{1,12})\s*$")]
    private static partial Regex Dose();
}
