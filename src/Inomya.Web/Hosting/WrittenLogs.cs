using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Inomya.Web.Hosting;

/// <summary>How lines of the log look: to standard error, with their moment in UTC.</summary>
internal static class WrittenLogs
{
    private const string Moment = "yyyy-MM-ddTHH:mm:ss.fffZ ";

    /// <param name="asJson">One JSON object a line, for a program that collects logs.</param>
    public static ILoggingBuilder AddWritten(this ILoggingBuilder logging, bool asJson)
    {
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return asJson
            ? logging.AddJsonConsole(json =>
            {
                json.TimestampFormat = Moment;
                json.UseUtcTimestamp = true;
                json.JsonWriterOptions = new JsonWriterOptions { Indented = false };
            })
            : logging.AddSimpleConsole(text =>
            {
                text.TimestampFormat = Moment;
                text.UseUtcTimestamp = true;
            });
    }
}
