using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Broadsheet.Popularity;

/// <summary>
/// Tells two readers apart for half an hour without knowing either. The key of the hash is random, lives in this process
/// alone, in no file and no backup, and is destroyed when the day (UTC) ends: afterwards nobody, not even with the whole
/// disk, can ask whether an address read a story. A restart destroys it too; a reader may then be counted once more.
/// </summary>
public sealed class ReaderKeys : IDisposable
{
    private readonly Lock _turn = new();
    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(32);
    private int _day = -1;

    /// <summary>A number for this reader and this story, good for today.</summary>
    public ulong Of(IPAddress? address, string userAgent, Guid article, DateTimeOffset now)
    {
        Span<byte> hash = stackalloc byte[32];
        var input = Encoding.UTF8.GetBytes($"{Network(address)}\n{userAgent}\n{article:N}");
        lock (_turn)
        {
            ChangeSalt((int)(now.ToUnixTimeSeconds() / 86_400));
            HMACSHA256.HashData(_salt, input, hash);
        }
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_salt);

    private void ChangeSalt(int today)
    {
        if (today == _day) return;
        CryptographicOperations.ZeroMemory(_salt);
        RandomNumberGenerator.Fill(_salt);
        _day = today;
    }

    // A household has a whole /64 of IPv6 and its devices change addresses within it all day.
    private static IPAddress Network(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes.Length == 16) bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
