using NodaTime;

namespace Inomya.Web.Backups;

/// <summary>It is always this moment: so two journals are shown on the same day.</summary>
internal sealed class StandingClock(Instant moment) : IClock
{
    public Instant GetCurrentInstant() => moment;
}
