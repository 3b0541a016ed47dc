namespace Inomya.Tests.Journals;

/// <summary>What whoever borrows a connection sees before saying whose rows are wanted.</summary>
/// <param name="Backend">Which connection of the server it is.</param>
/// <param name="Notes">How many notes it gives.</param>
/// <param name="Person">Who is bound; empty: nobody.</param>
internal sealed record BorrowedConnection(int Backend, long Notes, string Person);
