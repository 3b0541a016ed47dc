using System.Globalization;
using Inomya.Journals;
using Inomya.Reminders;
using Inomya.Web.Design;
using Inomya.Web.Shell;
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
        _feed = FeedAddress(Request.HttpContext!.Request);
        var now = _journal.Now;
        await ReadMailsAsync(now - MailDelivery.Stale - MailDelivery.Stale);
        _coming = [.. (await NotDoneAsync(now)).Take(Shown)];
    }

    /// <summary>Null where there is no calendar, or its secret cannot be read any more.</summary>
    private string? FeedAddress(HttpRequest request) =>
        _settings.Feed is { } kept && Secrets.Unprotect(kept) is { } secret
            ? $"{request.Scheme}://{request.Host}{request.PathBase}{CalendarRoute.Root}/{secret}.ics"
            : null;

    /// <summary>What is to be told around now and is not done yet.</summary>
    private async Task<IEnumerable<Occurrence>> NotDoneAsync(Instant now)
    {
        var source = await ReminderSource.ReadAsync(_journal, _journal.Today.PlusDays(-2));
        return ReminderPlan
            .Between(_settings, source, now - Behind, now + Ahead, _journal.Days)
            .Where(o => !ReminderPlan.IsDone(o, source));
    }

    private async Task ReadMailsAsync(Instant since)
    {
        var mails = await _journal.MailsAsync(since);
        var stuck = mails.Where(IsStuck).ToList();
        (_waiting, _trouble) = (stuck.Count, stuck.LastOrDefault()?.Problem);
        _givenUp = mails.Count(m => m is { State: MailState.Dropped, Problem: "late" });
        _unknown = mails.Count(m => m.State == MailState.Sending);
    }

    private static bool IsStuck(ReminderMail mail) => mail.State == MailState.Queued && mail.Problem is not null;

    private async Task SaveWhatAsync()
    {
        _form = await FormAsync();
        var checkin = ReadTime("checkin");
        var (from, to) = ReadQuiet();
        var lead = ReadLead();
        if (_errors.Count > 0)
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
                AppointmentLeadMinutes = lead,
                Names = _form["words"] == "names",
            }
        );
    }

    private (LocalTime? From, LocalTime? To) ReadQuiet()
    {
        var (from, to) = (ReadTime("quiet-from"), ReadTime("quiet-to"));
        if ((from is null) != (to is null))
            Wrong("quiet-from", "reminders.error.quiet");
        return (from, to);
    }

    /// <summary>In minutes.</summary>
    private int ReadLead()
    {
        if (NumberField.TryRead(_form!["lead"], out var hours) && hours is >= 0 and <= MostLeadHours)
            return (int)(hours.Value * 60);
        Wrong("lead", "reminders.error.lead");
        return 0;
    }

    private async Task SaveFeedAsync()
    {
        var form = await FormAsync();
        await SaveAsync(
            _settings with
            {
                Feed =
                    form["feed"] == "off" ? null : Secrets.Protect(ReminderSettings.NewFeedSecret(_journal.Person.Id)),
            }
        );
    }

    private async Task SaveMailAsync()
    {
        _form = await FormAsync();
        var (host, port) = (ReadHost(), ReadPort());
        var security = ReadSecurity(host);
        var (from, to) = (ReadAddress("from"), ReadAddress("to"));
        if (_errors.Count > 0)
            return;
        var user = Text("user");
        await SaveAsync(
            _settings with
            {
                ByMail = true,
                MailSince = _settings.ByMail ? _settings.MailSince : _journal.Now,
                Mail = new MailSettings(
                    host,
                    port,
                    security,
                    user.Length == 0 ? null : user,
                    SecretFor(host, user),
                    from,
                    to
                ),
            }
        );
    }

    private string ReadHost()
    {
        var host = Text("host");
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            Wrong("host", "reminders.error.host");
        return host;
    }

    private int ReadPort()
    {
        if (
            NumberField.TryRead(_form!["port"], out var port)
            && port is >= 1 and <= LastPort
            && port == Math.Floor(port.Value)
        )
            return (int)port.Value;
        Wrong("port", "reminders.error.port");
        return UsualPort;
    }

    /// <summary>In the clear only to a server on this machine.</summary>
    private MailSecurity ReadSecurity(string host)
    {
        var security =
            Enum.TryParse<MailSecurity>(_form!["security"], out var chosen) && Enum.IsDefined(chosen)
                ? chosen
                : MailSecurity.StartTls;
        if (security == MailSecurity.None && !IsThisMachine(host))
            Wrong("security", "reminders.error.security");
        return security;
    }

    private static bool IsThisMachine(string host) =>
        host is "localhost"
        || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));

    private string ReadAddress(string field)
    {
        if (
            !MailboxAddress.TryParse(_form![field], out var address)
            || !address.Address.Contains('@', StringComparison.Ordinal)
        )
            Wrong(field, "reminders.error.address");
        return Text(field);
    }

    /// <summary>A password goes only to the server it was given for.</summary>
    private string? SecretFor(string host, string user)
    {
        var password = _form!["password"].ToString();
        if (password.Length > 0)
            return Secrets.Protect(password);
        return user.Length > 0 && _settings.Mail?.Host == host && _settings.Mail?.User == user
            ? _settings.Mail.Secret
            : null;
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
            Guid.CreateVersion7(),
            Person.Stop
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
        Service.Wake(_journal.Person.Id);
        Navigation.NavigateTo("/reminders?saved=done");
    }

    private LocalTime? ReadTime(string field)
    {
        if (string.IsNullOrWhiteSpace(_form![field]))
            return null;
        if (WrittenTimes.In(_form[field]) is [var time])
            return time;
        Wrong(field, "reminders.error.time");
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
}
