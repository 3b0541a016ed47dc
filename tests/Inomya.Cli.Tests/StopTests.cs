using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;
using Inomya.Analysis;
using Inomya.Cli;
using Inomya.Fhir;
using Inomya.Journals;
using Inomya.Web;

namespace Inomya.Cli.Tests;

/// <summary>Whatever can be ended is: no call leaves out what ends it.</summary>
/// <remarks>
/// An argument that is left out is written by the compiler as <c>initobj CancellationToken</c>, whose place in the code
/// the test looks for: in pages too, whose code is made from Razor. A journal carries what ends it
/// (<see cref="Journal.Until"/>), so a call that gets a journal need not say it again. Calls of the framework are left
/// out: a form that is read ends with its request.
/// </remarks>
public class StopTests
{
    private const BindingFlags Any =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Ours =
    [
        typeof(WebHost).Assembly,
        typeof(DataFolder).Assembly,
        typeof(Journal).Assembly,
        typeof(LabResources).Assembly,
        typeof(Engine).Assembly,
    ];

    [Fact]
    public void No_call_of_a_page_a_command_or_the_domain_leaves_out_what_ends_it()
    {
        string[] without = [.. Ours.SelectMany(a => a.GetTypes()).SelectMany(CallsWithout).Distinct().Order()];
        Assert.True(without.Length == 0, string.Join('\n', without));
    }

    private static IEnumerable<string> CallsWithout(Type type) =>
        type.GetMethods(Any)
            .Concat<MethodBase>(type.GetConstructors(Any))
            .SelectMany(method => CalledWithout(method).Select(called => $"{type.FullName}.{method.Name} -> {called}"));

    /// <summary>What a method calls with nothing to end it, other than on or with a journal.</summary>
    private static IEnumerable<string> CalledWithout(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
            yield break;
        for (var at = 0; at + 6 <= il.Length; at++)
            if (IsInitobj(il, at) && TypeAt(method, il, at + 2) == typeof(CancellationToken))
                if (CalledNext(method, il, at + 6) is { } called && IsOurs(called) && !HasJournal(called))
                    yield return $"{called.DeclaringType?.Name}.{called.Name}";
    }

    private static bool IsInitobj(byte[] il, int at) =>
        BinaryPrimitives.ReadInt16BigEndian(il.AsSpan(at)) == OpCodes.Initobj.Value;

    private static Type? TypeAt(MethodBase method, byte[] il, int at)
    {
        try
        {
            return method.Module.ResolveType(BitConverter.ToInt32(il, at), TypesOf(method), OwnTypesOf(method));
        }
        catch (ArgumentException)
        {
            return null; // these bytes were no instruction
        }
    }

    /// <summary>The next method called; between it and the token only other arguments are put in place.</summary>
    private static MethodBase? CalledNext(MethodBase method, byte[] il, int from)
    {
        for (var at = from; at + 5 <= il.Length; at++)
            if (il[at] == OpCodes.Call.Value || il[at] == OpCodes.Callvirt.Value || il[at] == OpCodes.Newobj.Value)
                if (MethodAt(method, il, at + 1) is { } called && TakesToken(called))
                    return called;
        return null;
    }

    private static bool TakesToken(MethodBase called) =>
        called.GetParameters().Any(p => p.ParameterType == typeof(CancellationToken));

    private static MethodBase? MethodAt(MethodBase method, byte[] il, int at)
    {
        try
        {
            return method.Module.ResolveMethod(BitConverter.ToInt32(il, at), TypesOf(method), OwnTypesOf(method));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Type[]? TypesOf(MethodBase method) => method.DeclaringType?.GetGenericArguments();

    private static Type[]? OwnTypesOf(MethodBase method) =>
        method.IsGenericMethod ? method.GetGenericArguments() : null;

    private static bool IsOurs(MethodBase called) => Ours.Contains(called.Module.Assembly);

    private static bool HasJournal(MethodBase called) =>
        called.DeclaringType == typeof(Journal)
        || called.GetParameters().Any(p => p.ParameterType == typeof(Journal))
        || called.DeclaringType!.GetConstructors().Any(c => c.GetParameters().Any(IsJournal));

    private static bool IsJournal(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(Journal) || parameter.ParameterType == typeof(PersonJournal);
}
