using Inomya.Journals;

namespace Inomya.Cli;

/// <summary>
/// What a command does with somebody's journal. Whoever runs commands on a server is its host, and the person is told;
/// a file in one's own data folder is one's own.
/// </summary>
/// <param name="Area">Last part of the locale key access.area.AREA.</param>
internal sealed record HostLook(AuditAct Act, string Area)
{
    public Task NoteAsync(Journal journal) =>
        journal.Store.Place.File is not null
            ? Task.CompletedTask
            : journal.AuditAsync(
                new Audit
                {
                    Account = Environment.UserName,
                    Name = Environment.UserName,
                    Role = AuditRole.Host,
                    Act = Act,
                    Area = Area,
                    Way = AuditWay.Command,
                }
            );
}
