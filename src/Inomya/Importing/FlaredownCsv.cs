using System.Globalization;
using System.Text.RegularExpressions;
using Inomya.Journals;
using Inomya.Vocabulary;
using NodaTime;

namespace Inomya.Importing;

/// <summary>Reads the CSV of Flaredown's public data set: many people, one row a trackable and day.</summary>
/// <remarks>
/// Columns, found by name: user_id, checkin_date (yyyy-MM-dd), trackable_type, trackable_name, trackable_value.
/// Conditions and symptoms are rated 0 (not active) to 4 (extreme) and stay on that scale. A tag or food says "yes"; a
/// day without it says nothing. A name is one measure whatever its capitals and spaces; a name of ours in <see
/// cref="BuiltIn"/> is our measure, on their scale.
/// </remarks>
public static partial class FlaredownCsv
{
    public const string Format = "flaredown";

    private static readonly Scale Rating = new(0, 4);

    private static readonly Dictionary<string, string> BuiltIn = new()
    {
        ["pain"] = "pain",
        ["fatigue"] = "fatigue",
        ["brain fog"] = "fog",
        ["stiffness"] = "stiffness",
    };

    /// <summary>Does this header look like one of theirs?</summary>
    public static bool Recognises(CsvTable table) =>
        table.Has("user_id")
        && table.Has("checkin_date")
        && table.Has("trackable_type")
        && table.Has("trackable_name")
        && table.Has("trackable_value");

    /// <summary>Reads the rows of one person of the file.</summary>
    /// <param name="select">Their user_id; may be left out when there is only one.</param>
    /// <exception cref="ImportException">Several people and none chosen, or nobody of that name.</exception>
    public static ImportReading Read(Stream file, string? select, LocalDate today, CancellationToken stop = default)
    {
        using var table = CsvTable.Open(file);
        var people = new Dictionary<string, HashSet<string>>();
        var mine = new List<Row>();
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            var who = table["user_id"];
            if (!people.TryGetValue(who, out var days))
                people[who] = days = [];
            days.Add(table["checkin_date"]);
            if (select is null || who == select)
                mine.Add(
                    new Row(
                        table.Line,
                        table.Cells,
                        table["checkin_date"],
                        table["trackable_type"],
                        table["trackable_name"],
                        table["trackable_value"]
                    )
                );
        }
        if (select is null && people.Count > 1)
            throw new ImportException(
                "choose-person",
                string.Join(
                    ", ",
                    people.OrderByDescending(p => p.Value.Count).Take(30).Select(p => $"{p.Key} ({p.Value.Count})")
                )
            );
        if (select is not null && !people.ContainsKey(select))
            throw new ImportException("no-such-person", select);

        var reader = new Reader(new Dates("yyyy-MM-dd", today));
        foreach (var row in mine)
            if (row.Cells == table.Header.Count)
                reader.Read(row);
            else
                reader.Refuse(row, "wrong-number-of-cells", $"{row.Cells}");
        return new ImportReading
        {
            Format = Format,
            Rows = mine.Count,
            Facts = reader.Facts,
            Refused = reader.Refused,
        };
    }

    private sealed record Row(long Line, int Cells, string Day, string Type, string Name, string Value);

    private sealed class Reader(Dates dates)
    {
        private readonly HashSet<Guid> _introduced = [];

        public List<Recorded> Facts { get; } = [];
        public List<RefusedRow> Refused { get; } = [];

        public void Refuse(Row row, string why, string value) => Refused.Add(new RefusedRow(row.Line, why, value));

        public void Read(Row row)
        {
            var (day, whyNot) = dates.Read(row.Day);
            if (whyNot is not null)
                Refuse(row, whyNot, row.Day);
            else if (row.Name.Length == 0)
                Refuse(row, "no-name", row.Type);
            else
                switch (row.Type)
                {
                    case "Condition" or "Symptom":
                        AddRating(row, day);
                        break;
                    case "Tag" or "Food":
                        Add(row, day, MeasureKind.YesNo, MeasureRole.Binary, 1, null);
                        break;
                    case "Weather" or "HBI":
                        AddNumber(row, day, row.Type == "Weather" ? MeasureRole.Weather : MeasureRole.Symptom);
                        break;
                    case "Treatment":
                        AddIntake(row, day);
                        break;
                    default:
                        Refuse(row, "unknown-type", row.Type);
                        break;
                }
        }

        private void AddRating(Row row, LocalDate day)
        {
            if (!int.TryParse(row.Value, CultureInfo.InvariantCulture, out var points) || !Rating.Holds(points))
                Refuse(row, "off-the-scale", row.Value);
            else
                Add(row, day, MeasureKind.Scale, MeasureRole.Symptom, points, Rating);
        }

        private void AddNumber(Row row, LocalDate day, MeasureRole role)
        {
            if (
                double.TryParse(row.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && double.IsFinite(value)
            )
                Add(row, day, MeasureKind.Quantity, role, value, null);
            else if (role != MeasureRole.Weather)
                Refuse(row, "not-a-number", row.Value);
            else
                AddText(row, day);
        }

        /// <summary>The weather icon: words, kept but never analysed.</summary>
        private void AddText(Row row, LocalDate day)
        {
            var measure = Introduce(row, MeasureKind.Text, MeasureRole.None, null);
            Facts.Add(
                new Entry
                {
                    Id = IdOf(row),
                    Measure = measure,
                    Text = row.Value,
                    Day = day,
                    Source = Format,
                }
            );
        }

        private void Add(Row row, LocalDate day, MeasureKind kind, MeasureRole role, double value, Scale? scale)
        {
            var measure =
                scale is not null && BuiltIn.TryGetValue(Plain(row.Name), out var ours)
                    ? ours
                    : Introduce(row, kind, role, scale);
            Facts.Add(
                new Entry
                {
                    Id = IdOf(row),
                    Measure = measure,
                    Value = value,
                    Day = day,
                    Source = Format,
                    ScaleLow = scale?.Low,
                    ScaleTop = scale?.Top,
                    Unit = scale is null ? "1" : "{score}",
                }
            );
        }

        private void AddIntake(Row row, LocalDate day)
        {
            var treatment = new Treatment
            {
                Id = Recorded.ImportId(Format, "treatment", Plain(row.Name)),
                Name = row.Name.Trim(),
                Kind = TreatmentKind.Medicine,
            };
            if (_introduced.Add(treatment.Id))
                Facts.Add(treatment);
            var dose = Dose().Match(row.Value);
            Facts.Add(
                new Intake
                {
                    Id = IdOf(row),
                    TreatmentId = treatment.Id,
                    Day = day,
                    Status = IntakeStatus.Taken,
                    Source = Format,
                    Amount = dose.Success ? double.Parse(dose.Groups[1].Value, CultureInfo.InvariantCulture) : null,
                    AmountUnit = dose.Success ? dose.Groups[2].Value : null,
                    AsWritten = dose.Success || row.Value.Length == 0 ? null : row.Value,
                }
            );
        }

        private string Introduce(Row row, MeasureKind kind, MeasureRole role, Scale? scale)
        {
            var name = kind == MeasureKind.Scale ? row.Name.Trim() : $"{row.Type}: {row.Name.Trim()}";
            var own = new OwnMeasure
            {
                Id = Recorded.ImportId("own-measure", MappedCsv.OwnId(name)),
                Measure = MappedCsv.OwnId(name),
                Name = name,
                Kind = kind,
                Role = role,
                Better = scale is null ? Better.Neither : Better.Lower,
                ScaleLow = scale?.Low,
                ScaleTop = scale?.Top,
                Unit = scale is null ? "1" : "{score}",
                Daily = kind == MeasureKind.YesNo ? DailyRule.Max : DailyRule.Mean,
            };
            if (_introduced.Add(own.Id))
                Facts.Add(own);
            return own.Measure;
        }

        private static Guid IdOf(Row row) => Recorded.ImportId(Format, row.Type, row.Name, row.Day);

        private static string Plain(string name) => name.Trim().ToLowerInvariant();
    }

    [GeneratedRegex(@"^\s*(\d+(?:\.\d+)?)\s*([\p{L}µ%/]{1,12})\s*$")]
    private static partial Regex Dose();
}
