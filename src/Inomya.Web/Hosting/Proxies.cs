using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Inomya.Web.Hosting;

/// <summary>What a proxy in front says of the browser behind it.</summary>
public static class Proxies
{
    /// <summary>Believes the headers of these addresses and of nobody else; with none there is nothing to believe.</summary>
    public static void UseProxies(this IApplicationBuilder app, IReadOnlyList<IPAddress> proxies)
    {
        if (proxies.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // each proxy of a chain is named, so all of it may be read
            ForwardLimit = null,
        };
        // the framework would trust every process of this machine
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in proxies)
            options.KnownProxies.Add(proxy);
        app.UseForwardedHeaders(options);
    }
}
