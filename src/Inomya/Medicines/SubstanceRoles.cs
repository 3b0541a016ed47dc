using Inomya.Content;

namespace Inomya.Medicines;

/// <summary>
/// What substances do to each other: "slows CYP3A4 strongly", "widens the QT interval". Each membership has its source.
/// </summary>
/// <remarks>
/// A role is a group as a class is, so that a rule can name it; it stands in the file of the mechanism it belongs to.
/// </remarks>
internal sealed class SubstanceRoles
{
    private readonly Dictionary<(string Role, string Substance), Basis> _members = [];
    private readonly HashSet<string> _roles = new(StringComparer.Ordinal);

    /// <exception cref="ContentException">A role stands twice, or has a member that is not there.</exception>
    public SubstanceRoles(MedicineCatalogue catalogue, ContentFolder content)
    {
        foreach (var file in content.Files("medicines/check/combinations", "*.yaml"))
        foreach (var role in content.Read<CombinationFile>(file).Roles)
        {
            if (!_roles.Add(role.Id))
                throw new ContentException(file, $"the role {role.Id} stands twice");
            foreach (var row in role.Members)
                AddMembers(role.Id, row, catalogue, file);
        }
    }

    private void AddMembers(string role, MemberRow row, MedicineCatalogue catalogue, string file)
    {
        var basis = catalogue.BasisOf(role, row.Sources, row.Verified, file);
        foreach (var substance in catalogue.Join(role, row.Any, file))
            _members.TryAdd((role, substance), basis);
    }

    public IReadOnlySet<string> Ids => _roles;

    public bool Has(string id) => _roles.Contains(id);

    /// <summary>
    /// What it rests on that a substance belongs to a side of a rule; null where it is named itself or by its class.
    /// </summary>
    public Basis? Of(RuleSide side, Substance substance) =>
        side.Any.Contains(substance.Id)
            ? null
            : side
                .Any.Select(role => _members.GetValueOrDefault((role, substance.Id)))
                .OfType<Basis>()
                .OrderByDescending(b => b.Verified)
                .FirstOrDefault();
}
