using Inomya.Bench;

// One line a bench; each prints one table.
return args switch
{
    ["batch", var folder, var into] => Batch.Run(folder, into),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project bench/Inomya.Bench -- BENCH
          batch DIR OUT   for development: every NAME.csv with NAME.roles.json to OUT/NAME.pred.json
        """);
    return 64;
}
