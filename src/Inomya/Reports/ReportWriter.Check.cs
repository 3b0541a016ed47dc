using Inomya.Findings;
using Inomya.Journals;
using Inomya.Laboratory;
using Inomya.Medicines;
using Inomya.Series;

namespace Inomya.Reports;

public sealed partial class ReportWriter
{
    /// <summary>What to talk about with whoever knows medicines; a finding of none is no clearance, and says so.</summary>
    private List<ReportBlock> Check()
    {
        if (_source.Taken.Count == 0)
            return [new TextBlock(_words["medicine-check.empty"])];
        var words = new MedicineCheckWords(_shelf.Medicines, _words);
        var more = new List<ReportBlock>();
        var told = MostChecked(more);
        return
        [
            .. told.Count > 0 ? [new ListBlock([.. told.Select(f => SentenceOf(words, f))])] : Text(NothingChecked),
            .. more,
            .. Text(_words["report.check.notice"]),
        ];
    }

    /// <summary>What cannot wait for the next chance is told whole, however much there is; the rest as there is room.</summary>
    private List<MedicineFinding> MostChecked(List<ReportBlock> more)
    {
        var all = _source.Checked.Where(IsToldAsChecked).ToLookup(f => f.Severity >= Severity.Serious);
        return [.. all[true], .. Most("checks", [.. all[false]], more)];
    }

    private string NothingChecked =>
        _words["report.check.none", ("list", Short(string.Join(", ", _source.Taken.Select(Short)), "sentence"))];

    /// <summary>
    /// What is only good to know is left out, but for burdens where medicines are reviewed, and for what was not checked
    /// because nobody knows it.
    /// </summary>
    private bool IsToldAsChecked(MedicineFinding finding) =>
        !IsWatched(finding)
        && (
            finding.Severity > Severity.Info
            || finding.Kind == FindingKind.UnknownName
            || (IsReview && finding.Kind == FindingKind.Burden)
        );

    /// <summary>The reader looks through the whole list of medicines.</summary>
    private bool IsReview => _sections.Contains("watch");

    /// <summary>Names may be shortened; what is said of them is not: its end may be what to look out for.</summary>
    private string SentenceOf(MedicineCheckWords words, MedicineFinding finding) =>
        $"{string.Join(" + ", words.Names(finding).Select(Short))} ({words.Severity(finding.Severity)}): {words.Text(finding)}";

    /// <summary>What is to be watched if anything is changed: told by itself where the reader has a place for it.</summary>
    private bool IsWatched(MedicineFinding finding) =>
        IsReview && finding.Kind is FindingKind.Withdrawal or FindingKind.Driving;

    private List<ReportBlock> Watch()
    {
        var words = new MedicineCheckWords(_shelf.Medicines, _words);
        var told = _source.Checked.Where(IsWatched).Select(f => SentenceOf(words, f)).ToList();
        return
        [
            new TextBlock(_words["report.watch.lead"]),
            .. told.Count > 0 ? [new ListBlock(told)] : Text(_words["report.watch.none"]),
        ];
    }

    /// <summary>The last result of each test that lies outside its range, and how many do not.</summary>
    private List<ReportBlock> Laboratory()
    {
        if (_source.Laboratory is not { } labs)
            return [new TextBlock(_words["report.laboratory.none"])];
        var last = labs
            .All.GroupBy(labs.Tests.GroupOf)
            .Select(g => g.OrderBy(r => r.Day).ThenBy(r => r.ChangeId).Last());
        var byStanding = last.OrderByDescending(r => r.Day).ToLookup(r => labs.StandingOf(r).Standing);
        var urgent = labs.ToBeSeen();
        var outside = byStanding[RangeStanding.Below].Concat(byStanding[RangeStanding.Above]).ToList();
        var others = outside.Where(r => urgent.All(u => u.Result.Id != r.Id)).OrderByDescending(r => r.Day);
        var more = new List<ReportBlock>();
        List<string> told =
        [
            .. urgent.Select(u => CriticalOf(labs, u)),
            .. Most("results", [.. others], more).Select(r => SentenceOf(labs, r)),
        ];
        return
        [
            .. told.Count > 0 ? [new ListBlock(told)] : Array.Empty<ReportBlock>(),
            .. more,
            .. Text(
                _words[
                    "report.laboratory.others",
                    ("inside", byStanding[RangeStanding.Inside].Count()),
                    ("open", byStanding[RangeStanding.Unknown].Count()),
                    ("outside", outside.Count)
                ]
            ),
        ];
    }

    /// <summary>A result that must be seen soon, with how soon, whatever range it was read with.</summary>
    private string CriticalOf(LabReadings labs, CriticalResult critical) =>
        _words[
            $"report.laboratory.soon.{critical.Soon!.Value.ToString().ToLowerInvariant()}",
            ("test", Short(_words.NameOf(labs.Tests, critical.Result))),
            ("value", _words.Say(critical.Result)),
            ("day", critical.Result.Day)
        ];

    private string SentenceOf(LabReadings labs, LabResult result)
    {
        var standing = labs.StandingOf(result);
        return _words[
            $"report.laboratory.{(standing.Standing == RangeStanding.Below ? "below" : "above")}",
            ("test", Short(_words.NameOf(labs.Tests, result))),
            ("value", _words.Say(result)),
            ("range", LabText.RangeOf(_words, standing, result.Unit)),
            ("day", result.Day)
        ];
    }

    /// <summary>What was looked at and made no difference, and one's own tests: so that nobody looks for it again.</summary>
    private List<ReportBlock> Nothing()
    {
        var more = new List<ReportBlock>();
        var blocks = new List<ReportBlock>();
        if (_source.Findings is { DaysStillNeeded: 0 } findings)
            blocks.AddRange(NoDifference(findings, more));
        if (_source.Tested.Where(t => !IsFound(t)).Select(t => t.Sentence(_words)).ToList() is { Count: > 0 } tested)
            blocks.Add(new ListBlock(tested));
        return blocks.Count > 0 ? [.. blocks, .. more] : [new TextBlock(_words["report.nothing.untested"])];
    }

    private IEnumerable<ReportBlock> NoDifference(FindingReport findings, List<ReportBlock> more)
    {
        var sentences = new FindingSentences(_words, findings);
        var names = Most(
            "nothing",
            [.. findings.NoDifference.Where(f => !IsPrivate(f)).Select(sentences.NameOf)],
            more
        );
        if (names.Count > 0)
            yield return new TextBlock(
                _words[
                    "report.nothing.no-difference",
                    ("measure", _words.NameOf(findings.Outcome)),
                    ("list", string.Join(", ", names.Select(Short))),
                    ("days", findings.Result.Recorded)
                ]
            );
        if (findings.CannotTell.Count(f => !IsPrivate(f)) is > 0 and var open)
            yield return new TextBlock(_words.Count("report.nothing.open", open));
    }
}
