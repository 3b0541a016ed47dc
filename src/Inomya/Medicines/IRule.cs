namespace Inomya.Medicines;

/// <summary>A rule of content/medicines/check; no two have one id.</summary>
internal interface IRule
{
    string Id { get; }
}
