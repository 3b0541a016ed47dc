using System.Globalization;
using Inomya.Journals;
using Inomya.Reminders;
using Inomya.Web.Design;
using Inomya.Web.Treatments;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using MimeKit;
using NodaTime;
using NodaTime.Text;

namespace Inomya.Web.Reminders;

public sealed partial class RemindersPage
{
    private const int UsualPort = 587,
        LastPort = 65535,
        MostLeadHours = 168,
        Shown = 12;
    private static readonly string[] Kinds = ["doses", "exercises", "appointments"];
    private static readonly string[] MailFields = ["host", "port", "security", "from", "to"];
    private static readonly int[] SnoozeMinutes = [10, 60];
    private const string Tomorrow = "tomorrow";
    private static readonly Duration Behind = Duration.FromHours(3),
        Ahead = Duration.FromHours(24);

    private Journal _journal = null!;
    private ReminderSettings _settings = new();
    private string? _feed;
    private string? _trouble;
    private int _waiting,
        _unknown,
        _givenUp;
    private IReadOnlyList<Occurrence> _coming = [];
    private IReadOnlyList<(string Name, string Message)> _errors = [];
    private IFormCollection? _form;

    [SupplyParameterFromQuery]
    public string? Saved { get; set; }

    /// <summary>How the test mail went: "sent" or the kind of problem.</summary>
    [SupplyParameterFromQuery]
    public string? Test { get; set; }

    private IReadOnlyCollection<string> Of =>
        [
            .. new[]
            {
                ("doses", _settings.Doses),
                ("exercises", _settings.Exercises),
                ("appointments", _settings.Appointments),
            }
                .Where(k => k.Item2)
                .Select(k => k.Item1),
        ];

    protected override async Task LoadAsync()
    {
        _journal = await Person.OpenAsync();
        _settings = await ReminderSettings.ReadAsync(_journal);
        var request = Request.HttpContext!.Request;
        if (_settings.Feed is { } kept && Secrets.Unprotect(kept) is { } secret)
            _feed = $"{request.Scheme}://{request.Host}{CalendarRoute.Root}/{secret}.ics";
        var now = _journal.Now;
        var mails = await _journal.MailsAsync(now - MailDelivery.Stale - MailDelivery.Stale);
        var stuck = mails.Where(m => m.State == MailState.Queued && m.Problem is not null).ToList();
        (_waiting, _trouble) = (stuck.Count, stuck.LastOrDefault()?.Problem);
        _givenUp = mails.Count(m => m is { State: MailState.Dropped, Problem: "late" });
        _unknown = mails.Count(m => m.State == MailState.Sending);
        var source = await ReminderSource.ReadAsync(_journal, _journal.Today.PlusDays(-2));
        _coming =
        [
            .. ReminderPlan
                .Between(_settings, source, now - Behind, now + Ahead, _journal.Days)
                .Where(o => !ReminderPlan.IsDone(o, source))
                .Take(Shown),
        ];
    }

    private async Task SaveWhatAsync()
    {
        _form = await FormAsync();
        var wrong = new List<(string, string)>();
        var checkin = Time("checkin", wrong);
        var (from, to) = (Time("quiet-from", wrong), Time("quiet-to", wrong));
        if ((from is null) != (to is null))
            wrong.Add(("quiet-from", Words["reminders.error.quiet"]));
        if (!NumberField.TryRead(_form["lead"], out var lead) || lead is null or < 0 or > MostLeadHours)
            wrong.Add(("lead", Words["reminders.error.lead"]));
        _errors = wrong;
        if (wrong.Count > 0)
            return;
        var of = _form["of"].ToHashSet();
        await SaveAsync(
            _settings with
            {
                Doses = of.Contains("doses"),
                Exercises = of.Contains("exercises"),
                Appointments = of.Contains("appointments"),
                CheckinAt = checkin,
                QuietFrom = from,
                QuietTo = to,
                AppointmentLeadMinutes = (int)(lead!.Value * 60),
                Names = _form["words"] == "names",
            }
        );
    }

    private async Task SaveFeedAsync()
    {
        var form = await FormAsync();
        await SaveAsync(
            _settings with
            {
                Feed = form["feed"] == "off" ? null : Secrets.Protect(ReminderSettings.NewFeedSecret()),
            }
        );
    }

    private async Task SaveMailAsync()
    {
        _form = await FormAsync();
        var wrong = new List<(string, string)>();
        var host = _form["host"].ToString().Trim();
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            wrong.Add(("host", Words["reminders.error.host"]));
        if (
            !NumberField.TryRead(_form["port"], out var port)
            || port is null or < 1 or > LastPort
            || port != Math.Floor(port.Value)
        )
            wrong.Add(("port", Words["reminders.error.port"]));
        var security = Enum.TryParse<MailSecurity>(_form["security"], out var chosen) ? chosen : MailSecurity.StartTls;
        if (
            security == MailSecurity.None
            && !(
                host is "localhost"
                || (System.Net.IPAddress.TryParse(host, out var ip) && System.Net.IPAddress.IsLoopback(ip))
            )
        )
            wrong.Add(("security", Words["reminders.error.security"]));
        foreach (var field in (string[])["from", "to"])
            if (
                !MailboxAddress.TryParse(_form[field], out var address)
                || !address.Address.Contains('@', StringComparison.Ordinal)
            )
                wrong.Add((field, Words["reminders.error.address"]));
        _errors = wrong;
        if (wrong.Count > 0)
            return;
        var password = _form["password"].ToString();
        var user = _form["user"].ToString().Trim();
        await SaveAsync(
            _settings with
            {
                ByMail = true,
                MailSince = _settings.ByMail ? _settings.MailSince : _journal.Now,
                Mail = new MailSettings(
                    host,
                    (int)port!.Value,
                    security,
                    user.Length == 0 ? null : user,
                        // a password goes only to the server it was given for
                        password.Length > 0
                            ? Secrets.Protect(password)
                        : user.Length > 0 && _settings.Mail?.Host == host && _settings.Mail?.User == user
                            ? _settings.Mail.Secret
                        : null,
                    _form["from"].ToString().Trim(),
                    _form["to"].ToString().Trim()
                ),
            }
        );
    }

    private Task MailOffAsync() =>
        SaveAsync(
            _settings with
            {
                ByMail = false,
                MailSince = null,
                Mail = _settings.Mail is { } mail ? mail with { Secret = null } : null,
            }
        );

    private async Task SnoozeAsync()
    {
        var form = await FormAsync();
        if (
            _coming.FirstOrDefault(o => o.Id == RowForm.RowOf(form)) is { } one
            && WaitOf(form["wait"], one) is { } wait
        )
            await MailDelivery.SnoozeAsync(_journal, one, wait);
        Navigation.NavigateTo("/reminders?saved=done");
    }

    /// <summary>Sends one at once, whatever the quiet hours are: the person waits for it.</summary>
    private async Task TestMailAsync()
    {
        if (_settings.Mail is not { } mail)
            return;
        var problem = await new Mailer(Secrets.Unprotect).SendAsync(
            mail,
            Words["reminders.test.subject"],
            Words["reminders.test.text"],
            Guid.CreateVersion7()
        );
        Navigation.NavigateTo($"/reminders?test={problem ?? "sent"}");
    }

    /// <summary>Tomorrow is the same time on the wall clock of the next day.</summary>
    private Duration? WaitOf(string? choice, Occurrence one) =>
        choice == Tomorrow
            ? _journal
                .Days.At(one.RemindAt.InZone(_journal.Days.ZoneAt(one.RemindAt)).LocalDateTime.PlusDays(1))
                .ToInstant() - _journal.Now
        : int.TryParse(choice, CultureInfo.InvariantCulture, out var minutes) && SnoozeMinutes.Contains(minutes)
            ? Duration.FromMinutes(minutes)
        : null;

    private async Task SaveAsync(ReminderSettings settings)
    {
        await settings.WriteAsync(_journal);
        Service.Wake();
        Navigation.NavigateTo("/reminders?saved=done");
    }

    private LocalTime? Time(string field, List<(string, string)> wrong)
    {
        if (string.IsNullOrWhiteSpace(_form![field]))
            return null;
        if (CourseForm.TimesIn(_form[field]) is [var time])
            return time;
        wrong.Add((field, Words["reminders.error.time"]));
        return null;
    }

    private string TimeOf(Occurrence one) =>
        Words[
            "reminders.at",
            ("day", one.At.InZone(_journal.Days.ZoneAt(one.At)).Date),
            ("time", Words.Clock(one.At.InZone(_journal.Days.ZoneAt(one.At)).TimeOfDay))
        ];

    private static string? Iso(LocalTime? time) =>
        time is { } t ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(t) : null;

    private string? Typed(string field) =>
        _form is not null && _form.ContainsKey(field) ? _form[field].ToString() : null;

    private Task<IFormCollection> FormAsync() => Request.HttpContext!.Request.ReadFormAsync();
}
