using System.Globalization;
using Inomya.Questionnaires;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Questionnaires;

/// <summary>The fields of one question: what they show for its answers, and what they send.</summary>
/// <param name="Chosen">Options by their position ("#3"), yes or no.</param>
/// <param name="Rows">Lines of what is written, the first ones as they were sent.</param>
internal sealed record AnswerFields(IReadOnlyList<string> Chosen, IReadOnlyList<FieldRow> Rows)
{
    /// <summary>Lines of one question that are read, however many were sent.</summary>
    public const int MostRows = 50;

    private const string OwnEnding = "-own",
        UnitEnding = "-unit";

    /// <summary>Form name of a line: each has its own, so that each has a label.</summary>
    public static string RowName(string name, int row) =>
        row == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.{row + 1}");

    public static string OwnName(string row) => row + OwnEnding;

    public static string UnitName(string row) => row + UnitEnding;

    /// <summary>It is answered by choosing.</summary>
    public static bool Chooses(FormItem item) => item.Kind == ItemKind.YesNo || item.Options.Count > 0;

    /// <summary>As they show what was answered.</summary>
    public static AnswerFields Of(FormItem item, IReadOnlyList<AnswerValue> given) =>
        Chooses(item)
            ? new(
                [.. given.Select(g => PositionOf(item, g)).OfType<string>()],
                [.. given.Where(g => PositionOf(item, g) is null).Select(g => new FieldRow(Own: g.Text))]
            )
            : new([], [.. given.Select(g => RowOf(item, g))]);

    private static string? PositionOf(FormItem item, AnswerValue given)
    {
        if (item.Kind == ItemKind.YesNo)
            return given.Text;
        var at = item.Options.Index().FirstOrDefault(o => Means(o.Item.Value, given), (Index: -1, Item: null!)).Index;
        return at < 0 ? null : $"#{at}";
    }

    private static bool Means(AnswerValue option, AnswerValue given) =>
        option is ChoiceAnswer a && given is ChoiceAnswer b ? a.Is(b) : option == given;

    private static FieldRow RowOf(FormItem item, AnswerValue given) =>
        (item.Kind, given) switch
        {
            (ItemKind.Day, { Text.Length: < 10 }) => new FieldRow(Own: given.Text),
            (ItemKind.DayTime, _) => MomentRow(given.Text),
            (_, QuantityAnswer quantity) => new FieldRow(quantity.Text, Unit: UnitOf(item, quantity)),
            _ => new FieldRow(given.Text),
        };

    private static FieldRow MomentRow(string moment) =>
        FormDates.OnTheClock(moment) is { } picked ? new FieldRow(picked) : new FieldRow(Own: moment);

    private static string UnitOf(FormItem item, QuantityAnswer quantity)
    {
        var at = item.Units.Index().Where(u => u.Item.Of(quantity.Value) == quantity).Select(u => $"{u.Index}");
        return at.FirstOrDefault() ?? quantity.Unit ?? "";
    }

    /// <summary>As they were sent.</summary>
    public static AnswerFields Sent(FormItem item, IFormCollection sent, string name)
    {
        var chooses = Chooses(item);
        var rows = Enumerable
            .Range(0, MostRows)
            .Select(at => RowName(name, at))
            .TakeWhile(row => IsSent(sent, row))
            .Select(row => SentRow(sent, row, chooses));
        return new(chooses ? ChosenOf(sent, name) : [], [.. rows.Where(r => !r.IsEmpty)]);
    }

    private static bool IsSent(IFormCollection sent, string row) =>
        sent.ContainsKey(row) || sent.ContainsKey(OwnName(row));

    private static FieldRow SentRow(IFormCollection sent, string row, bool chooses) =>
        new(chooses ? "" : Sent(sent, row), Sent(sent, OwnName(row)), Sent(sent, UnitName(row)));

    private static string Sent(IFormCollection sent, string field) => sent[field].ToString().Trim();

    private static List<string> ChosenOf(IFormCollection sent, string name) =>
        [.. sent[name].Where(v => !string.IsNullOrEmpty(v)).OfType<string>()];

    /// <summary>The answers that the fields hold; with why, when one cannot be read or is not allowed.</summary>
    /// <param name="before">What was answered before: picked again, it stays as it was.</param>
    /// <param name="zone">Where the person is, for a moment without an offset.</param>
    public IReadOnlyList<AnswerValue> Read(
        FormItem item,
        IReadOnlyList<AnswerValue> before,
        DateTimeZone zone,
        out Wrong? wrong
    )
    {
        var read = Chosen
            .Select(c => ReadChosen(item, c))
            .Concat(Rows.Select(r => ReadRow(item, r, before, zone)))
            .ToList();
        List<AnswerValue> values = [.. read.Select(r => r.Value).OfType<AnswerValue>()];
        var both = Chosen.Count > 0 && Rows.Count > 0 && !item.Repeats ? new Wrong(default, "both") : null;
        wrong = both
            ?? read.Select(r => r.Wrong).FirstOrDefault(w => w is not null)
            ?? FormCheck.Of(item, values, complete: false).FirstOrDefault();
        return values;
    }

    private static (AnswerValue? Value, Wrong? Wrong) ReadChosen(FormItem item, string chosen) =>
        FormCheck.Read(item, chosen, out var why) is { } value
            ? (value, null)
            : (null, new Wrong(default, why ?? "not-an-option"));

    private static (AnswerValue? Value, Wrong? Wrong) ReadRow(
        FormItem item,
        FieldRow row,
        IReadOnlyList<AnswerValue> before,
        DateTimeZone zone
    )
    {
        if (Chooses(item))
            return OwnWords(item, row.Own);
        if (row is { Value.Length: > 0, Own.Length: > 0 })
            return (null, new Wrong(default, "both"));
        return before.FirstOrDefault(b => RowOf(item, b) == row) is { } same
            ? (same, null)
            : ReadWritten(item, row, zone);
    }

    private static (AnswerValue? Value, Wrong? Wrong) ReadWritten(FormItem item, FieldRow row, DateTimeZone zone)
    {
        var text = row.Value.Length > 0 ? row.Value : row.Own;
        var value = FormCheck.Read(item, AsNumber(item, text), out var why, zone);
        if (value is null)
            return (null, new Wrong(default, why ?? "text"));
        return value is QuantityAnswer amount ? WithUnit(item, amount.Value, row.Unit) : (value, null);
    }

    /// <summary>What is written beside a list is an answer of its own, unless it is the words of an option.</summary>
    private static (AnswerValue? Value, Wrong? Wrong) OwnWords(FormItem item, string own)
    {
        if (item.Kind != ItemKind.OpenChoice)
            return (null, new Wrong(default, "not-an-option"));
        var option = item.Options.FirstOrDefault(o => o.Label.Equals(own, StringComparison.OrdinalIgnoreCase));
        return (option?.Value ?? new TextAnswer(own), null);
    }

    private static (AnswerValue? Value, Wrong? Wrong) WithUnit(FormItem item, decimal amount, string unit)
    {
        if (item.Units.Count == 0)
            return (new QuantityAnswer(amount, unit.Length == 0 ? null : unit, null, null), null);
        return UnitAt(item, unit) is { } known
            ? (known.Of(amount), null)
            : (null, new Wrong(default, "unit", string.Join(", ", item.Units.Select(u => u.Label))));
    }

    private static FormUnit? UnitAt(FormItem item, string at) =>
        item.Units is [var only] ? only
        : int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? item.Units.ElementAtOrDefault(n)
        : null;

    /// <summary>A comma and a point both stand before the fraction.</summary>
    private static string AsNumber(FormItem item, string typed) =>
        item.Kind is ItemKind.Number or ItemKind.WholeNumber or ItemKind.Quantity ? typed.Replace(',', '.') : typed;
}
