namespace Inomya.Programmes;

/// <summary>The content that the harm watch goes by.</summary>
internal sealed record HarmSources(ProgrammeRules Rules, Gates Gates);
