using System.Buffers.Binary;

namespace Broadsheet.Search.Index;

/// <summary>
/// How much a story is about each of its words, in one number a word: five bytes each, in the order of their hashes. The databases' own ranks differ from one
/// another; with this both give the same order.
/// </summary>
internal static class TermWeights
{
    private const int Size = 5;

    // As in BM25: the tenth time that a word stands there tells little more than the fifth, and in a long text less.
    private const double Half = 4, UsualLength = 400;

    /// <summary>The name under which a word is weighed as it was written, beside its stem.</summary>
    internal static string Whole(string word) => "=" + word;

    internal static byte[] Of(IReadOnlyDictionary<string, double> counts, int length)
    {
        var half = Half * (0.6 + 0.4 * Math.Min(length / UsualLength, 5));
        var weights = new SortedDictionary<uint, byte>();
        foreach (var (term, count) in counts)
        {
            var (hash, weight) = (Hash(term), (byte)(1 + 254 * count / (count + half)));
            weights[hash] = Math.Max(weight, weights.GetValueOrDefault(hash));
        }
        var bytes = new byte[weights.Count * Size];
        var at = 0;
        foreach (var (hash, weight) in weights)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), hash);
            bytes[at + 4] = weight;
            at += Size;
        }
        return bytes;
    }

    /// <summary>From 1 to 255; 0 where it does not stand.</summary>
    internal static int Find(ReadOnlySpan<byte> weights, uint hash)
    {
        var (low, high) = (0, weights.Length / Size - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = BinaryPrimitives.ReadUInt32BigEndian(weights[(middle * Size)..]);
            if (found == hash) return weights[middle * Size + 4];
            if (found < hash) low = middle + 1;
            else high = middle - 1;
        }
        return 0;
    }

    // FNV-1a: .NET's own hash of a string is another in each process.
    internal static uint Hash(string term)
    {
        var hash = 2166136261u;
        foreach (var letter in term) hash = unchecked(((hash ^ (byte)letter) * 16777619u ^ (byte)(letter >> 8)) * 16777619u);
        return hash;
    }
}
