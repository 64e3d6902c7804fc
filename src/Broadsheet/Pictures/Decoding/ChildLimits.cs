using System.Runtime.InteropServices;

namespace Broadsheet.Pictures.Decoding;

/// <summary>
/// The limits a child puts on itself before it looks at a file. Linux counts every writable page against RLIMIT_DATA;
/// elsewhere the parent's watch over resident memory is the only ceiling.
/// </summary>
internal static partial class ChildLimits
{
    private const int Data = 2, Core = 4;

    public static void Lower(long moreBytes)
    {
        NetVips.Cache.Max = 0;
        NetVips.NetVips.Concurrency = Math.Min(2, Environment.ProcessorCount);
        if (!OperatingSystem.IsLinux()) return;

        _ = Nice(10); // Readers go first.
        Set(Core, 0); // A dump would hold the picture, and 1 GB of disk.
        Set(Data, Held() + moreBytes);
    }

    // The runtime's own heap is held already when the program starts; only what comes on top is the picture's.
    private static long Held() => File.ReadLines("/proc/self/status")
        .Where(line => line.StartsWith("VmData:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.AsSpan(7, line.Length - 7 - 2).Trim(), System.Globalization.CultureInfo.InvariantCulture) * 1024)
        .First();

    private static void Set(int resource, long bytes)
    {
        var limit = new Limit { Soft = (nuint)bytes, Hard = (nuint)bytes };
        if (SetLimit(resource, in limit) != 0)
            throw new InvalidOperationException($"The child's limit {resource} could not be set: {Marshal.GetLastPInvokeError()}.");
    }

    private struct Limit
    {
        public nuint Soft;
        public nuint Hard;
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetLimit(int resource, in Limit limit);

    [LibraryImport("libc", EntryPoint = "nice")]
    private static partial int Nice(int more);
}
