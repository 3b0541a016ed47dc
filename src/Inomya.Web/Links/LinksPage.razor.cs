using System.Globalization;
using Inomya.Exports;
using Inomya.Journals;
using Inomya.Links;
using NodaTime;

namespace Inomya.Web.Links;

public sealed partial class LinksPage
{
    private const int MostShown = 50;

    /// <summary>Days that are offered.</summary>
    internal static readonly int[] Lasting = [1, 7, 30, 90, 365];

    private Journal _journal = null!;
    private LinkBook _book = null!;
    private IReadOnlyList<(SharedLink Link, IReadOnlyList<LinkView> Views)> _all = [];
    private NewLink? _made;

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _book = new LinkBook(_journal);
        _all = await _book.AllAsync();
    }

    /// <summary>As ticked; all of them before the form was sent.</summary>
    private IReadOnlyCollection<string> Areas =>
        _form is null ? [.. SummaryAreas.All.Select(SummaryAreas.NameOf)] : [.. _form["area"].OfType<string>()];

    private async Task MakeAsync()
    {
        _form = await FormAsync();
        if (WishIn() is not { } wish)
            return;
        var plain = wish.Areas is { } areas
            ? await LinkContent.SummaryAsync(_journal, Content, Words, areas, Person.Stop)
            : await LinkContent.ReportAsync(_journal, Shelf, Words, Person.Stop);
        if (plain is null)
            Wrong("holds", "report.empty");
        else if (await _book.MakeAsync(wish, plain, LinkContent.Type) is { } made)
            _made = made;
        else
            Wrong("label", "links.error.again");
        _all = await _book.AllAsync();
    }

    /// <summary>Null where something is wrong with the form, which is then said.</summary>
    private LinkWish? WishIn()
    {
        if (TextOrNull("label") is not { Length: <= HealthLink.MostLabel })
            Wrong("label", "links.error.label");
        var (areas, days, passcode) = (AreasIn(), DaysIn(), PasscodeIn());
        if (_errors.Count > 0)
            return null;
        var id = Guid.TryParse(Text("submission"), out var sent) ? sent : Guid.CreateVersion7();
        var isDirect = Text("way") == LinkBook.Direct;
        return new LinkWish(id, Text("label"), areas, Duration.FromDays(days), passcode, Settings.PublicUrl, isDirect);
    }

    private IReadOnlySet<SummaryArea>? AreasIn()
    {
        var areas = Text("holds") == "report" ? null : SummaryAreas.Read(_form!["area"]);
        if (areas is { Count: 0 })
            Wrong("area", "links.error.areas");
        return areas;
    }

    private int DaysIn()
    {
        if (
            int.TryParse(Text("days"), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && Lasting.Contains(days)
        )
            return days;
        Wrong("days", "links.error.days");
        return 0;
    }

    private string? PasscodeIn()
    {
        var passcode = Settings.PublicUrl is null ? null : TextOrNull("passcode");
        if (passcode is { Length: < LinkBook.LeastPasscode or > 100 })
            Wrong("passcode", "links.error.passcode");
        if (passcode is not null && Text("way") == LinkBook.Direct)
            Wrong("passcode", "links.error.direct");
        return passcode;
    }

    private async Task EndAsync()
    {
        if (Design.RowForm.RowOf(await FormAsync()) is { } id)
            await _book.EndAsync(id);
        Navigation.NavigateTo("/links");
    }

    private IReadOnlyList<(string, string)> FactsOf(SharedLink link, IReadOnlyList<LinkView> views) =>
        [
            (Words["links.fact.holds"], HoldsOf(link)),
            (Words["links.fact.until"], StateOf(link)),
            .. link.Way == LinkBook.File
                ? Array.Empty<(string, string)>()
                : [(Words["links.fact.opened"], OpenedOf(views)), (Words["links.fact.passcode"], PasscodeOf(link))],
        ];

    private string HoldsOf(SharedLink link) =>
        link.Areas is { } areas
            ? string.Join(
                ", ",
                SummaryAreas.Read(areas.Split(' ')).Order().Select(a => Words[$"ips.area.{SummaryAreas.NameOf(a)}"])
            )
            : Words["links.holds.report"];

    private string StateOf(SharedLink link) =>
        link.RevokedAt is { } ended ? Words["links.state.ended", ("when", WhenOf(ended))]
        : link.ExpiresAt <= _journal.Now ? Words["links.state.over", ("when", WhenOf(link.ExpiresAt))]
        : !link.IsOpen(_journal.Now) ? Words["links.state.used-up"]
        : Words["links.state.until", ("when", WhenOf(link.ExpiresAt))];

    private string OpenedOf(IReadOnlyList<LinkView> views) =>
        Words.Count("links.opened", views.Count(v => v.Outcome == LinkBook.Opened));

    private string PasscodeOf(SharedLink link) =>
        link.Passcode is null ? Words["links.no-passcode"] : Words.Count("links.tries", link.TriesLeft);

    private string SayView(LinkView view) =>
        Words[
            $"links.view.{view.Outcome}",
            ("when", WhenOf(view.At)),
            ("who", view.Recipient ?? Words["links.view.nobody"])
        ];

    private string WhenOf(Instant at)
    {
        var local = at.InZone(_journal.Days.ZoneAt(at));
        return Words["reminders.at", ("day", local.Date), ("time", Words.Clock(local.TimeOfDay))];
    }
}
