using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using Inomya.Journals;
using Inomya.Web.Checkins;
using Inomya.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Inomya.Web.Tests;

/// <summary>Whoever leaves a page ends the work for it; what they sent is taken in all the same.</summary>
public class LeftPageTests
{
    [Fact]
    public async Task The_engine_stops_when_the_page_is_left_after_its_journal_was_read()
    {
        var journal = await DemoJournal.NewAsync();
        await journal.RecordAsync(new Draft("checkin").Add(Own(journal)));
        using var leaving = new Leaving { WhenRead = "courses" };
        await using var site = await StartAsync(journal, leaving);
        await AskAsync(() => site.Http.GetAsync("/findings"));
        Assert.True(leaving.HasLeft);
        Assert.Equal(0, leaving.WorkedOut);

        leaving.WhenRead = null;
        (await site.Http.GetAsync("/findings")).EnsureSuccessStatusCode();
        Assert.Equal(1, leaving.WorkedOut);
    }

    [Theory]
    [InlineData("/findings")]
    [InlineData("/what-helped")]
    [InlineData("/report")]
    [InlineData("/")]
    public async Task Nothing_is_read_for_a_page_that_was_left_before(string path)
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        using var leaving = new Leaving { AtOnce = true };
        await using var site = await StartAsync(journal, leaving);
        await AskAsync(() => site.Http.GetAsync(path));
        Assert.True(leaving.HasLeft);
        Assert.Equal(0, leaving.Commands);
    }

    [Fact]
    public async Task What_was_sent_is_taken_in_though_whoever_sent_it_has_left()
    {
        var journal = await DemoJournal.NewAsync(empty: true);
        using var leaving = new Leaving { AtOnce = true };
        await using var site = await StartAsync(journal, leaving);
        var kept = new { fields = Moment(), clock = journal.Now.ToUnixTimeMilliseconds() };
        await AskAsync(() => site.Http.PostAsJsonAsync("/outbox", kept));
        Assert.Equal(7, Assert.Single(await journal.EntriesAsync(journal.Today, journal.Today)).Value);
    }

    /// <summary>What no other journal has: else the engine's answer may be there already.</summary>
    private static Entry Own(Journal journal) =>
        new()
        {
            Measure = "pain",
            Value = 6.125,
            Unit = "{score}",
            ScaleLow = 0,
            ScaleTop = 10,
            Day = journal.Today.PlusDays(-3),
            Source = "checkin",
        };

    private static string[][] Moment() =>
        [
            ["_handler", MomentForms.Name],
            ["measure", "pain"],
            ["value", "7"],
            ["submission", $"{Guid.CreateVersion7()}"],
        ];

    private static Task<Site> StartAsync(Journal journal, Leaving leaving) =>
        Site.StartAsync(services =>
        {
            services.AddJournal(journal.Store, journal.Person.Id);
            services.AddSingleton<IStartupFilter>(leaving);
        });

    /// <summary>A request that was left has no whole answer; that is not what is tested.</summary>
    private static async Task AskAsync(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            using var answer = await send();
        }
        catch (HttpRequestException) { }
    }

    /// <summary>Leaves each request of a site, and counts the work that was done for it.</summary>
    private sealed class Leaving
        : IStartupFilter,
            IObserver<DiagnosticListener>,
            IObserver<KeyValuePair<string, object?>>,
            IDisposable
    {
        private static readonly AsyncLocal<Leaving?> Current = new();
        private readonly MeterListener _engine = new();
        private readonly List<IDisposable> _listening = [];
        private CancellationTokenSource _left = new();

        public Leaving()
        {
            _engine.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Inomya.Findings")
                    listener.EnableMeasurementEvents(instrument);
            };
            _engine.SetMeasurementEventCallback<int>(
                (_, count, _, _) => WorkedOut += Current.Value == this ? count : 0
            );
            _engine.Start();
            _listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public bool AtOnce { get; init; }

        /// <summary>Leaves once rows of this table were read.</summary>
        public string? WhenRead { get; set; }

        public bool HasLeft { get; private set; }

        /// <summary>Results of the engine.</summary>
        public int WorkedOut { get; private set; }

        /// <summary>Commands to the storage.</summary>
        public int Commands { get; private set; }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, rest) =>
                    {
                        Current.Value = this;
                        _left = new();
                        context.RequestAborted = _left.Token;
                        if (AtOnce)
                            Leave();
                        return rest(context);
                    }
                );
                next(app);
            };

        private void Leave()
        {
            HasLeft = true;
            _left.Cancel();
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategoryName)
                _listening.Add(value.Subscribe(this));
        }

        private const string DbLoggerCategoryName = "Microsoft.EntityFrameworkCore";

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Current.Value != this)
                return;
            if (value.Key == RelationalEventId.CommandExecuting.Name)
                Commands++;
            if (
                value.Value is DataReaderDisposingEventData read
                && WhenRead is { } table
                && read.Command.CommandText.Contains($"\"{table}\"", StringComparison.Ordinal)
            )
                Leave();
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }

        public void Dispose()
        {
            foreach (var one in _listening)
                one.Dispose();
            _engine.Dispose();
        }
    }
}
