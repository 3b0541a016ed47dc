using System.Text.RegularExpressions;

namespace Inomya.Journals;

/// <summary>Which of two devices is believed where both measured the same minutes: the one worn closer.</summary>
/// <remarks>
/// No export says which source its own app believes. A watch is on the wrist while the phone lies on the table; a ring or band
/// likewise; what a person typed is neither.
/// </remarks>
internal static partial class DeviceRank
{
    /// <summary>0 is believed first.</summary>
    public static int Of(string device) =>
        Watch().IsMatch(device) ? 0
        : Band().IsMatch(device) ? 1
        : Phone().IsMatch(device) ? 2
        : Manual().IsMatch(device) ? 3
        : 4;

    [GeneratedRegex(
        @"watch|reloj|garmin|forerunner|venu|f[eē]nix|vivoactive|versa|sense|pixel ?watch",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Watch();

    [GeneratedRegex(
        @"ring|band|fitbit|charge|inspire|oura|whoop|polar|withings|amazfit|tracker",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Band();

    [GeneratedRegex(@"phone|pixel|galaxy|android|mobile|handy|tel[eé]fono|m[oó]vil", RegexOptions.IgnoreCase)]
    private static partial Regex Phone();

    [GeneratedRegex(@"manual|by hand|a mano", RegexOptions.IgnoreCase)]
    private static partial Regex Manual();
}
