using Inomya.Content;
using Inomya.Medicines;
using Inomya.Programmes;

namespace Inomya.Web.Programmes;

/// <summary>The programmes of the person at the screen, in the language of the page.</summary>
public sealed class PersonProgrammes(
    PersonJournal person,
    ProgrammeShelf shelf,
    ProgrammeRules rules,
    Gates gates,
    MedicineCatalogue medicines,
    Words words
)
{
    /// <summary>Every programme of content.</summary>
    public IReadOnlyList<ProgrammeText> All => shelf.In(words.Language);

    /// <summary>By id; null when there is none.</summary>
    public ProgrammeText? Find(string id) => shelf.Find(words.Language, id);

    public async Task<ProgrammeBook> BookAsync() => new(await person.OpenAsync(), All, rules, gates, medicines);

    /// <summary>
    /// How the gates of a programme stand, with those of one of its steps where one is given: a yes to one of these
    /// closes it.
    /// </summary>
    public async Task<PartGates> GatesAsync(ProgrammeText programme, ProgrammeStep? step = null) =>
        await new GateBook(await person.OpenAsync(), gates, medicines).ForStepAsync(
            programme.Of.Kind,
            programme.Of.Gates,
            step?.Gates ?? [],
            person.Stop
        );
}
