using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Inomya.Web.Tests.Support;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Architecture = ArchUnitNET.Domain.Architecture;

namespace Inomya.Web.Tests;

/// <summary>A room of the web uses what all rooms share, and no other: one can be redrawn by itself.</summary>
/// <remarks>Held against the compiled code, which a fully qualified name cannot pass.</remarks>
public class RoomTests
{
    private static readonly Architecture House = new ArchLoader().LoadAssemblies(typeof(WebHost).Assembly).Build();

    private static readonly string[] Shared = ["Shell", "Design", "Offline", "Hosting", "Accounts"];

    /// <summary>
    /// The doors between rooms: a treatment is added with what the medicine check says of it at once, and look-alikes
    /// show the results that speak for them as the laboratory does, and a visit shows the pages of the report.
    /// </summary>
    private static readonly (string From, string To)[] Doors =
    [
        ("Treatments", "Medicines"),
        ("LookAlikes", "Laboratory"),
        ("Visits", "Reports"),
    ];

    private static readonly string[] Folders =
    [
        .. Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "src", "Inomya.Web"))
            .Select(d => Path.GetFileName(d))
            .Where(d => char.IsUpper(d[0])),
    ];

    public static TheoryData<string> Rooms => [.. Folders.Except(Shared).Where(r => r != "Today")];

    [Theory, MemberData(nameof(Rooms))]
    public void A_room_uses_no_other_room(string room)
    {
        foreach (var other in Folders.Except(Shared).Where(o => o != room && !Doors.Contains((room, o))))
            NotUsing(room, other);
    }

    [Fact]
    public void What_rooms_share_knows_none_of_them()
    {
        foreach (var shared in Shared)
        foreach (var room in Folders.Except(Shared).Where(o => !Doors.Contains((shared, o))))
            NotUsing(shared, room);
    }

    private static void NotUsing(string from, string to) =>
        Types()
            .That()
            .ResideInNamespaceMatching($@"^Inomya\.Web\.{from}(\.|$)")
            .Should()
            .NotDependOnAnyTypesThat()
            .ResideInNamespaceMatching($@"^Inomya\.Web\.{to}(\.|$)")
            .WithoutRequiringPositiveResults()
            .Check(House);
}
