using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Inomya.Web.Hosting;

/// <summary>
/// Refuses, before any page sees it, a request that this app cannot have written itself: each such value would else be a
/// failure of whichever page reads it first.
/// </summary>
internal static class Malformed
{
    /// <summary>Locale key: the address has something in it that no page understands.</summary>
    private const string Address = "shell.error.address";

    /// <summary>Names of the queries that a page reads as something other than text, and how each is read.</summary>
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<TypedQuery>> OfPage = new();

    private sealed record TypedQuery(string Name, Type Type, bool CanBeEmpty);

    /// <summary>
    /// A host name with which no address can be written. No page for it: a page holds its own address.
    /// </summary>
    public static void UseWholeHosts(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (Uri.TryCreate($"http://{context.Request.Host.Value}/", UriKind.Absolute, out _))
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }
        );

    /// <summary>Queries that do not fit the page they are for. Comes after the page was found.</summary>
    public static void UseWholeQueries(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (HasWholeAddress(context))
                    return next(context);
                context.Refuse(Address);
                return Task.CompletedTask;
            }
        );

    /// <summary>Text that no storage takes, in a form that was checked to be ours.</summary>
    public static void UseWholeForms(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (!await HasWholeFormAsync(context))
                    context.Refuse(Address);
                else
                    await next(context);
            }
        );

    private static bool HasWholeAddress(HttpContext context) =>
        IsText(context.Request.Path.Value)
        && context.Request.Query.All(q => IsText(q.Key) && q.Value.All(IsText))
        && TypedOf(context.GetEndpoint()).All(typed => Fits(context.Request.Query, typed));

    private static async Task<bool> HasWholeFormAsync(HttpContext context)
    {
        // only what was read and found to be ours: the rest goes to whoever reads or refuses it
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
            return true;
        if (!context.Request.HasFormContentType)
            return true;
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return form.All(field => IsText(field.Key) && field.Value.All(IsText));
    }

    /// <summary>PostgreSQL takes no text with a NUL in it, and neither takes half of a pair of UTF-16.</summary>
    public static bool IsText(string? text) =>
        text is null || (!text.Contains('\0', StringComparison.Ordinal) && IsWhole(text));

    private static bool IsWhole(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var read) != System.Buffers.OperationStatus.Done)
                return false;
            rest = rest[read..];
        }
        return true;
    }

    private static IReadOnlyList<TypedQuery> TypedOf(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page
            ? OfPage.GetOrAdd(page, ReadTyped)
            : [];

    private static IReadOnlyList<TypedQuery> ReadTyped(Type page) =>
        [
            .. page.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .Select(p => (Property: p, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
                .Where(p => p.Query is not null)
                .Select(p => TypedOf(p.Query!.Name ?? p.Property.Name, p.Property.PropertyType))
                .Where(typed => typed.Type != typeof(string)),
        ];

    private static TypedQuery TypedOf(string name, Type type)
    {
        var one = type.IsArray ? type.GetElementType()! : type;
        return new TypedQuery(
            name,
            Nullable.GetUnderlyingType(one) ?? one,
            Nullable.GetUnderlyingType(one) is not null
        );
    }

    private static bool Fits(IQueryCollection query, TypedQuery typed) =>
        !query.TryGetValue(typed.Name, out var values)
        || values.All(value => (typed.CanBeEmpty && string.IsNullOrEmpty(value)) || CanBeRead(value, typed.Type));

    private static bool CanBeRead(string? value, Type type) =>
        type == typeof(bool) ? bool.TryParse(value, out _)
        : type == typeof(Guid) ? Guid.TryParse(value, CultureInfo.InvariantCulture, out _)
        : type == typeof(int) ? int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
        : throw new NotSupportedException($"A page reads a query as {type.Name}: say here how it is read.");
}
