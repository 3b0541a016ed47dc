using Inomya.Medicines;

namespace Inomya.Tests.Medicines;

public class AllergyTests
{
    public static TheoryData<string> Kinds => [.. Shelf.Catalogue.Rules.AllergyKinds.Select(k => k.Id)];

    private static PersonFacts To(string name) => new(null, []) { Allergies = [name] };

    [Theory, MemberData(nameof(Kinds))]
    public void Each_kind_is_found_for_another_member_and_not_for_a_stranger(string id)
    {
        var kind = Shelf.Catalogue.Rules.AllergyKinds.Single(k => k.Id == id);
        var members = Shelf.Catalogue.Substances.Where(s => kind.Any.Overlaps(s.Groups)).ToList();
        Assert.True(members.Count > 1);
        List<MedicineFinding> found =
        [
            .. members
                .Skip(1)
                .Select(m =>
                    Shelf
                        .Find(To(members[0].Name), new Medicine { Name = m.Name })
                        .Single(f => f.Kind == FindingKind.Allergy)
                ),
        ];
        Assert.All(found, f => Assert.True(f.Severity >= kind.Severity));
        Assert.Contains(found, f => f.Rule == id && f.Severity == kind.Severity);
        Assert.DoesNotContain(Shelf.Find(To(members[0].Name), new Medicine { Name = "magnesium" }), f =>
            f.Kind == FindingKind.Allergy
        );
    }

    [Fact]
    public void The_same_under_a_brand_or_in_a_mixture_is_urgent()
    {
        Assert.Contains(Shelf.Find(To("paracetamol"), new Medicine { Name = "NyQuil" }), f =>
            f is { Rule: "allergy-same", Severity: Severity.Urgent }
        );
        Assert.Contains(Shelf.Find(To("Advil"), new Medicine { Name = "ibuprofen gel" }), f =>
            f.Rule == "allergy-same"
        );
    }

    [Fact]
    public void What_is_over_is_not_told_and_an_unknown_allergy_finds_nothing()
    {
        Assert.DoesNotContain(
            Shelf.Find(To("ibuprofen"), new Medicine { Name = "ibuprofen", Until = Shelf.Today.PlusDays(-1) }),
            f => f.Kind == FindingKind.Allergy
        );
        Assert.DoesNotContain(Shelf.Find(To("house dust"), new Medicine { Name = "ibuprofen" }), f =>
            f.Kind == FindingKind.Allergy
        );
    }
}
