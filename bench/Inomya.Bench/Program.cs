using System.Globalization;
using Inomya.Bench;
using Inomya.Bench.Medicines;
using Inomya.Bench.Shape;

// One line a bench; each prints its table.
return args switch
{
    [] => await JournalBench.RunAsync()
        + await WebBench.RunAsync()
        + EngineBench.Run(personsEach: 20, nullPersons: 1000)
        + ScoreBench.Run()
        + FormBench.Run()
        + MedicineBench.Run(MedicineBenchOptions.From([])!),
    ["medicines", .. var rest] => MedicineBenchOptions.From(rest) is { } options ? MedicineBench.Run(options) : Usage(),
    ["files"] => await FilesBench.RunAsync(megabytes: 500),
    ["files", var megabytes] => await FilesBench.RunAsync(int.Parse(megabytes, CultureInfo.InvariantCulture)),
    ["fuzz"] => FuzzBench.Run(minutes: 10),
    ["fuzz", var minutes] => FuzzBench.Run(double.Parse(minutes, CultureInfo.InvariantCulture)),
    ["score"] => ScoreBench.Run(),
    ["forms"] => FormBench.Run(),
    ["journal"] => await JournalBench.RunAsync(),
    ["web"] => await WebBench.RunAsync(),
    ["step"] => await WebBench.RunStepAsync(),
    ["views"] => await ViewsBench.RunAsync(),
    ["server"] => await ServerBench.RunAsync(),
    ["engine"] => EngineBench.Run(personsEach: 20, nullPersons: 1000),
    ["engine", var persons] => EngineBench.Run(int.Parse(persons, CultureInfo.InvariantCulture), nullPersons: 1000),
    ["trials"] => TrialBench.Run(persons: 4000),
    ["trials", var persons] => TrialBench.Run(int.Parse(persons, CultureInfo.InvariantCulture)),
    ["starts"] => StartBench.Run(persons: 1000),
    ["starts", var persons] => StartBench.Run(int.Parse(persons, CultureInfo.InvariantCulture)),
    ["programmes"] => ProgrammeBench.Run(persons: 1000),
    ["programmes", var persons] => ProgrammeBench.Run(int.Parse(persons, CultureInfo.InvariantCulture)),
    ["food"] => FoodTrialBench.Run(persons: 4000),
    ["food", var persons] => FoodTrialBench.Run(int.Parse(persons, CultureInfo.InvariantCulture)),
    ["tracking"] => TrackingBench.Run(persons: 4000),
    ["tracking", var persons] => TrackingBench.Run(int.Parse(persons, CultureInfo.InvariantCulture)),
    ["asking"] => AskingBench.Run(persons: 24),
    ["asking", var persons] => AskingBench.Run(int.Parse(persons, CultureInfo.InvariantCulture)),
    ["export"] => await ExportBench.RunAsync(),
    ["shape", var source] => ShapeBench.Run(source),
    ["batch", var folder, var into] => Batch.Run(folder, into),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run -c Release --project bench/Inomya.Bench -- [BENCH]
          (none)             all of them: journal, web, engine, score, forms, medicines
          journal            import, daily table, backup
          files [MB]         an export of a phone: read, taken in, taken in again, memory; and what a device sends
          fuzz [MINUTES]     broken files for every importer, until the time is over; prints how many, and what failed
          web                pages: time, size, rate beside an empty page
          step               the longest step of a programme: time, and what a device loads at first
          views              pages of two years seen again when nothing changed, and their parts
          server             a hosted journal: opening, reading and writing it in the database INOMYA_DATABASE
          score              questionnaires by FHIRPath and natively: time for one, and for 10,000
          forms              expressions of forms that others wrote: the first calculation, and those after it
          engine [PERSONS]   how right the engine is, scenario by scenario, how fast, and its null calibration
          trials [PERSONS]   self-experiments that may end early beside a fixed length: errors, power, days
          starts [PERSONS]   treatments whose first day was drawn: how often the draw and the verdict are right
          programmes [PERSONS]
                             programmes judged after 12 and 26 weeks: errors, coverage, and the time of a replay
          food [PERSONS]     food trials: how often each verdict is reached with nothing to find, and with something
          tracking [PERSONS] "does tracking harm me?": how often each answer is given, and what the interval covers
          asking [PERSONS]   half the questions, chosen by value, beside all: how much wider the intervals become
          medicines [--lists FILE] [--names FILE] [--thesaurus FILE] [--ordinary FILE] [--verbose]
                             the medicine check against a thesaurus, lists, names and ordinary lists, and its speed
          export             FHIR resources written out a second
          shape DIR          how the code of a folder reads: tokens and turns of its methods, types in files of their own
          batch DIR OUT      for development: every NAME.csv with NAME.roles.json to OUT/NAME.pred.json
        """
    );
    return 64;
}
