using System.Collections.Concurrent;
using Inomya.Content;
using Inomya.Evidence;
using Inomya.Guide;
using Inomya.LookAlikes;
using Inomya.Programmes;
using Inomya.Questionnaires;
using Inomya.Web.Hosting;
using Inomya.Web.Shell;

namespace Inomya.Web.Search;

/// <summary>What everyone can find: rooms, questionnaires, articles, evidence and look-alikes, by their names in every language.</summary>
public sealed class SearchIndex(
    Languages languages,
    GuideShelf guide,
    ProgrammeShelf programmes,
    Instruments instruments,
    EvidenceCatalogue evidence,
    LookAlikeCatalogue lookAlikes
)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<SearchEntry>> _read = new(StringComparer.Ordinal);

    /// <summary>With titles in this language, in the order in which results are shown.</summary>
    public IReadOnlyList<SearchEntry> In(Words words) =>
        _read.GetOrAdd(words.Language, _ =>
            [
                .. Rooms(words),
                .. Programmes(words),
                .. Questionnaires(words),
                .. Articles(words),
                .. Cards(words),
                .. Illnesses(words),
            ]
        );

    private IEnumerable<SearchEntry> Rooms(Words words) =>
        Places
            .All.SelectMany(place => place.Doors)
            .Select(door =>
                Entry(words, "page", $"/{door}", $"door.{door}", about: $"door.{door}.text", said: $"door.{door}.said")
            );

    private IEnumerable<SearchEntry> Questionnaires(Words words) =>
        from instrument in instruments.All
        let place = PlaceOf(instrument)
        where place is not null
        select Entry(
            words,
            "questionnaire",
            place.Value.Path,
            $"instrument.{instrument.Id}.name",
            about: place.Value.About,
            said: $"instrument.{instrument.Id}.said",
            besides: instrument.Id
        );

    /// <summary>
    /// Where an instrument is filled in; one whose words may not be shown here leads to where a copy is brought. Null for
    /// one that is worked out or only compared.
    /// </summary>
    private static (string Path, string About)? PlaceOf(Instrument instrument) =>
        instrument.Meaning switch
        {
            { Use: InstrumentUse.Asked, IsCleared: true } => (
                $"/questionnaires/{instrument.Id}",
                $"instrument.{instrument.Id}.purpose"
            ),
            { Use: InstrumentUse.Asked } => ("/questionnaires/own", "search.not-cleared"),
            { Use: InstrumentUse.Examined } => ("/body/examinations", $"instrument.{instrument.Id}.purpose"),
            _ => null,
        };

    private IEnumerable<SearchEntry> Articles(Words words) =>
        guide
            .In(words.Language)
            .Articles.Select(a => new SearchEntry("article", $"/guide/{a.Id}", a.Title, a.Summary, SaidOf(a)));

    private string SaidOf(Article article) =>
        SearchWords.Said(
            languages
                .All.Select(tag => guide.In(tag).Find(article.Id))
                .OfType<Article>()
                .SelectMany(a => new[] { a.Title, a.Summary })
        );

    private IEnumerable<SearchEntry> Programmes(Words words) =>
        programmes
            .In(words.Language)
            .SelectMany(p =>
                p.Steps.Select(s => new SearchEntry(
                        "step",
                        $"/programmes/{p.Id}/{s.Id}",
                        s.Title,
                        s.Summary,
                        SaidOf(p.Id, s.Id)
                    ))
                    .Prepend(new SearchEntry("programme", $"/programmes/{p.Id}", p.Title, p.Summary, SaidOf(p.Id)))
            );

    private string SaidOf(string programme, string? step = null) =>
        SearchWords.Said(
            languages
                .All.Select(tag => programmes.Find(tag, programme))
                .OfType<ProgrammeText>()
                .SelectMany(p =>
                    step is null ? [p.Title, p.Summary]
                    : p.Find(step) is { } s ? new[] { s.Title, s.Summary }
                    : []
                )
        );

    private IEnumerable<SearchEntry> Cards(Words words) =>
        evidence.Cards.Select(c => Entry(words, "evidence", $"/evidence/{c.Id}", $"treatment.{c.Id}.name"));

    private IEnumerable<SearchEntry> Illnesses(Words words) =>
        lookAlikes.All.Select(c => Entry(words, "look-alike", $"/look-alikes/{c.Id}", $"condition.{c.Id}"));

    private SearchEntry Entry(
        Words words,
        string kind,
        string path,
        string title,
        string? about = null,
        string? said = null,
        string? besides = null
    ) => new(kind, path, words[title], about is null ? null : words[about], Said([title, said, about], besides));

    private string Said(IEnumerable<string?> keys, string? besides) =>
        SearchWords.Said(
            languages
                .All.Select(languages.In)
                .SelectMany(words => keys.OfType<string>().Where(words.Has).Select(key => words[key]))
                .Append(besides)
        );
}
