using Inomya.Web.Tests.Support;
using Microsoft.Playwright;

namespace Inomya.Web.Tests;

/// <summary>What an old phone on a weak line has to wait for, counted: a busy machine must not fail it.</summary>
public class BudgetTests(Browser browser, DemoSite demo)
{
    private const int FirstLoadBytes = 60 * 1024;

    /// <summary>The page and what stands before its first paint: at 400 kbit/s half a second of transfer.</summary>
    private const int BytesBeforePaint = 25 * 1024;

    private const int RequestsBeforePaint = 2;

    [Fact]
    public async Task The_check_in_waits_for_little_is_small_and_does_not_jump()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            var bytes = await CountBytesAsync(page);
            await page.AddInitScriptAsync(
                """
                window.jumps = 0;
                const add = list => { for (const jump of list.getEntries()) window.jumps += jump.value; };
                new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
                """
            );
            await page.GotoAsync("/checkin", new() { WaitUntil = WaitUntilState.NetworkIdle });
            var waited = await page.EvaluateAsync<Waited>(
                """
                () => {
                  const files = performance.getEntriesByType('resource');
                  const blocking = files.filter(r => r.renderBlockingStatus === 'blocking');
                  const loads = [performance.getEntriesByType('navigation')[0], ...blocking];
                  return {
                    requests: loads.length,
                    bytes: loads.reduce((sum, r) => sum + r.encodedBodySize, 0),
                    scripts: blocking.filter(r => r.initiatorType === 'script').length,
                  };
                }
                """
            );
            var jumps = await page.EvaluateAsync<double>("() => window.jumps");
            TestContext.Current.SendDiagnosticMessage(
                $"before paint {waited.Requests} requests, {waited.Bytes / 1024.0:0.0} KiB; "
                    + $"all {bytes() / 1024:0.0} KiB; jumps {jumps:0.000}"
            );
            Assert.InRange(waited.Requests, 1, RequestsBeforePaint);
            Assert.InRange(waited.Bytes, 1, BytesBeforePaint);
            Assert.Equal(0, waited.Scripts);
            Assert.InRange(bytes(), 1, FirstLoadBytes);
            Assert.InRange(jumps, 0, .01);
        });
    }

    [Fact]
    public async Task The_check_in_comes_from_the_device_when_it_was_there_before()
    {
        var site = await demo.StartAsync();
        await browser.VisitAsync(site, async visit =>
        {
            var page = visit.Page;
            await page.GotoAsync("/checkin", new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => null)");
            await page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
            var bytes = await CountBytesAsync(page);
            await page.GotoAsync("/checkin", new() { WaitUntil = WaitUntilState.NetworkIdle });
            var fetched = await page.EvaluateAsync<int>(
                """
                () => {
                  const files = performance.getEntriesByType('resource');
                  return files.filter(r => r.transferSize > 0 && !r.workerStart).length;
                }
                """
            );
            TestContext.Current.SendDiagnosticMessage($"again {bytes() / 1024:0.0} KiB, {fetched} files");
            Assert.Equal(0, fetched);
        });
    }

    private static async Task<Func<double>> CountBytesAsync(IPage page)
    {
        var line = await page.Context.NewCDPSessionAsync(page);
        var bytes = 0.0;
        line.Event("Network.loadingFinished").OnEvent += (_, done) =>
            bytes += done?.GetProperty("encodedDataLength").GetDouble() ?? 0;
        await line.SendAsync("Network.enable");
        return () => bytes;
    }

    /// <summary>What the first paint waited for.</summary>
    private sealed record Waited
    {
        public int Requests { get; init; }
        public int Bytes { get; init; }
        public int Scripts { get; init; }
    }
}
