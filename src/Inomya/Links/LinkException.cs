namespace Inomya.Links;

/// <summary>A link could not be opened; no part of the link, its key or what it holds is in the message.</summary>
public sealed class LinkException(LinkProblem why, Exception? inner = null) : Exception(why.ToString(), inner)
{
    public LinkProblem Why { get; } = why;
}
