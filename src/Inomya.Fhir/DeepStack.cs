using Inomya.Questionnaires;

namespace Inomya.Fhir;

/// <summary>Runs work that goes deep, on a thread of its own that has the stack for it.</summary>
internal static class DeepStack
{
    private const int StackBytes = 64 << 20;

    /// <summary>The result of the work; null when it has not ended in time.</summary>
    /// <exception cref="FormException">The work failed.</exception>
    public static T? Run<T>(Func<T> work, TimeSpan limit)
        where T : class
    {
        T? result = null;
        Exception? failed = null;
        var thread = new Thread(Work, StackBytes) { IsBackground = true };
        thread.Start();
        if (!thread.Join(limit))
            return null;
        return failed is null
            ? result
            : throw (failed is FormException ? failed : new FormException("form", failed.Message));

        void Work()
        {
            try
            {
                result = work();
            }
            catch (Exception e)
            {
                failed = e;
            }
        }
    }
}
