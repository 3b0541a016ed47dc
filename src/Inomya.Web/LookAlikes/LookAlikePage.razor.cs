using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.LookAlikes;
using Inomya.RedFlags;
using Inomya.Vocabulary;
using Inomya.Web.Design;
using Inomya.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.LookAlikes;

public sealed partial class LookAlikePage
{
    private const string None = "none";

    private static readonly string[] Standings = ["ruled-out", "known", "ask", None];

    private Journal _journal = null!;
    private LookAlikeWords _words = null!;
    private ReportedSigns _reported = null!;
    private LookAlikeReview? _review;
    private LookAlikeAdvice _advice = null!;
    private LookAlike? _next;
    private IFormCollection? _sent;
    private string? _wrongForm;
    private IReadOnlyList<(string Name, string Message)> _errors = [];

    [Parameter]
    public string Id { get; set; } = "";

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    [SupplyParameterFromQuery]
    public bool? Undone { get; set; }

    private IReadOnlyList<string> Signs => [.. _review!.Of.Clues.Select(c => c.Sign).OfType<string>()];

    private IReadOnlyList<Option> Answers => [.. Standings.Select(s => new Option(s, Words[$"look-alikes.say.{s}"]))];

    protected override async Task LoadAsync()
    {
        if (Content.Find(Id) is not { } condition)
        {
            Navigation.NotFound();
            return;
        }
        _journal = await Person.OpenAsync();
        await ReviewAsync(condition);
        _next = Content.All.SkipWhile(c => c != condition).Skip(1).FirstOrDefault();
    }

    private async Task ReviewAsync(LookAlike condition)
    {
        var readings = await LabReadings.ReadAsync(_journal, Tests, Limits);
        _words = new LookAlikeWords(Words, readings);
        _reported = await ReportedSigns.ReadAsync(_journal, Medicines);
        _review = LookAlikeReview.One(Content, condition, _reported);
        _advice = LookAlikeAdvice.Of(Content, _review, Flags, readings);
    }

    private async Task SaveSignsAsync()
    {
        await ReadFormAsync();
        await SaveAsync(Signs.SelectMany(Sayings));
    }

    /// <summary>
    /// What was said of a sign, and of whether it is so now. "Not so now" and no answer are kept apart.
    /// </summary>
    private IEnumerable<MarkAnswer> Sayings(string sign)
    {
        var ever = YesOrNo(sign);
        yield return new MarkAnswer(MarkKind.Sign, sign, ever);
        if (Content.RedFlagOf(sign) is not null)
            yield return Now(sign, ever == "yes" ? YesOrNo(SignNow.SubjectOf(sign)) : null);
    }

    /// <summary>The day is part of the answer, so that the same answer on a later day is a new one.</summary>
    private MarkAnswer Now(string sign, string? answer) =>
        new(MarkKind.Sign, SignNow.SubjectOf(sign), answer, answer is null ? null : IsoDay.Iso(_journal.Today));

    private string? YesOrNo(string field) =>
        Sent(field) switch
        {
            "1" => "yes",
            "0" => "no",
            _ => null,
        };

    private async Task SaveNowAsync(string sign)
    {
        await ReadFormAsync();
        if (Sent("now") is "yes" or "no")
            await SaveAsync([Now(sign, Sent("now"))]);
    }

    private async Task SaveTestAsync()
    {
        await ReadFormAsync();
        var wrong = new List<(string, string)>();
        var test = _review!.Of.Tests.FirstOrDefault(t => t.Id == Sent("which"));
        if (test is null)
            wrong.Add(("which", Words["look-alikes.error.which"]));
        if (!TryReadDay("when", out var when))
            wrong.Add(("when", Words["look-alikes.error.when"]));
        if (Refuse("test", wrong))
            return;
        await SaveAsync([new MarkAnswer(MarkKind.Test, test!.Id, "had", when, Sent("by"), Sent("result"))]);
    }

    private async Task SaveStandingAsync()
    {
        await ReadFormAsync();
        var answer = Sent("answer") is { } given && Standings.Contains(given) && given != None ? given : null;
        if (
            !TryReadDay("told-when", out var when)
            && Refuse("standing", [("told-when", Words["look-alikes.error.when"])])
        )
            return;
        await SaveAsync([new MarkAnswer(MarkKind.LookAlike, Id, answer, when, Sent("told-by"), Sent("told"))]);
    }

    private async Task ForgetAsync()
    {
        await ReadFormAsync();
        var mark = _reported.Marks.FirstOrDefault(m => m.Id == RowForm.RowOf(_sent!) && m.Kind == MarkKind.Test);
        await SaveAsync(mark is null ? [] : [new MarkAnswer(MarkKind.Test, mark.Subject, null)]);
    }

    private async Task SaveAsync(IEnumerable<MarkAnswer> sayings)
    {
        var draft = new Draft("mark", Sent("submission"));
        foreach (var saying in sayings)
            saying.AddTo(draft, _reported.Marks, _journal.Today);
        var change = draft.IsEmpty ? null : await _journal.RecordAsync(draft);
        Navigation.NavigateTo($"/look-alikes/{Id}?{Done.Query(change)}");
    }

    private bool Refuse(string form, IReadOnlyList<(string, string)> wrong)
    {
        (_errors, _wrongForm) = (wrong, form);
        return wrong.Count > 0;
    }

    private async Task ReadFormAsync() => _sent = await Request.HttpContext!.Request.ReadFormAsync();

    /// <summary>What was sent in a field; null when it was empty or nothing was sent.</summary>
    private string? Sent(string field) =>
        _sent?[field].ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>A year, month or day as it was typed; an empty field is "not known".</summary>
    private bool TryReadDay(string field, out string? when)
    {
        when = Sent(field) is { } typed ? PartialDay.Read(typed, _journal.Today) : null;
        return when is not null || Sent(field) is null;
    }

    private Mark? MarkOf(MarkKind kind, string subject) => _reported.MarkOf(kind, subject);

    private List<Option> TestOptions(LookAlikeReview review) =>
        [.. review.Tests.Select(t => new Option(t.Test.Id, Words[$"test.{t.Test.Id}"]))];

    /// <summary>
    /// Signs that were said to be there once and of which nothing is said of now, with what they call for if so.
    /// </summary>
    private IEnumerable<(string Sign, string IfSo)> NotSaidOfNow(LookAlikeReview review) =>
        _advice.Flag is { Urgency: Urgency.Now }
            ? []
            : review
                .Flags.Where(f => f.IsNow is null)
                .Select(f => (f.Sign, LookAlikeAdvice.IfSo(f.Flag, Flags)?.Question))
                .Where(f => f.Question is not null)
                .Select(f => (f.Sign, f.Question!));
}
