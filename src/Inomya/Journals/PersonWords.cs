using Inomya.Content;

namespace Inomya.Journals;

/// <summary>How a person is named on what is read by others.</summary>
public static class PersonWords
{
    /// <summary>The name they gave, or that none was given; never that of an account of the machine.</summary>
    public static string NameOf(this Words words, Person person) =>
        person.Name.Length > 0 ? person.Name : words["common.no-name"];
}
