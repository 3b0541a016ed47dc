using System.Text.Json;
using Inomya.Journals;
using Inomya.Web.Offline;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Inomya.Web.Flares;

/// <summary>Takes the flare plan that was written. A part that was changed in two places meanwhile holds both texts, one below the other.</summary>
public sealed class FlarePlanForms(PersonJournal person) : IKeptForms
{
    public const string Name = "flare-plan";

    public IReadOnlyCollection<string> Names { get; } = [Name];

    /// <summary>What goes into the form as <see cref="KeptFields.Seen"/>: the parts that were written when it was made.</summary>
    public static string Write(FlarePlan? plan) =>
        JsonSerializer.Serialize(PlanParts.Of(plan).ToDictionary(p => p.Part, p => p.Text));

    public string PageOf(IFormCollection form, LocalDate day, LocalDate today) => "/flare-plan";

    async Task<KeptResult> IKeptForms.TakeAsync(IFormCollection form, Instant at, CancellationToken stop) =>
        KeptResult.RecordedOrThere(await TakeAsync(form, stop));

    /// <summary>Null when the plan says this already.</summary>
    public Task<Change?> TakeAsync(IFormCollection form, CancellationToken stop = default) =>
        Journal.DecideAsync(() => TakeOnceAsync(form, stop));

    private async Task<Change?> TakeOnceAsync(IFormCollection form, CancellationToken stop)
    {
        var journal = await person.OpenAsync();
        var now = await journal.AllAsync<FlarePlan>(stop) is [var written, ..] ? written : null;
        var seen = SeenIn(form) ?? (part => PlanParts.TextOf(now, part) ?? "");
        var plan = PlanParts.From(part => PartIn(form, part, seen, now));
        if (PlanParts.Of(plan).SequenceEqual(PlanParts.Of(now)))
            return null;
        var draft = new Draft("flare-plan", form["submission"]);
        return await journal.RecordAsync(
            now is null ? draft.Add(plan with { Id = Recorded.ImportId(Name) }) : draft.Correct(now, plan),
            stop
        );
    }

    /// <summary>A part that is not on the form stays as it is.</summary>
    private static string? PartIn(IFormCollection form, string part, Func<string, string> seen, FlarePlan? now)
    {
        var there = PlanParts.TextOf(now, part);
        return form.ContainsKey(part) ? Merged(Plain(seen(part)), Plain(there), Plain(form[part])) : there;
    }

    private static string Merged(string seen, string now, string mine) =>
        mine == seen || mine == now ? now
        : now == seen || now.Length == 0 ? mine
        : mine.Length == 0 ? now
        : $"{now}\n\n{mine}";

    /// <summary>What each part held when the form was made; null when the form does not say.</summary>
    private static Func<string, string>? SeenIn(IFormCollection form)
    {
        if (KeptFields.Before(form) is { } before)
            return part => Plain(before[part]);
        try
        {
            return
                JsonSerializer.Deserialize<Dictionary<string, string>>(
                    form[KeptFields.Seen].ToString() is { Length: > 0 } text ? text : "null"
                )
                    is { } seen
                ? part => seen.GetValueOrDefault(part, "")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Browsers send the ends of lines in their own way.</summary>
    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
