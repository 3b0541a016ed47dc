using System.Net;

namespace Inomya.Web.Tests.Support;

/// <summary>What came back, with the text of a page as a person reads it.</summary>
/// <param name="To">Where it leads; empty where nowhere.</param>
/// <param name="Whose">What it tells a service worker of whose it is.</param>
public sealed record Reply(HttpStatusCode Status, string To, string Page, string? Whose);
