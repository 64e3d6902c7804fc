namespace Broadsheet.Popularity;

/// <summary>
/// Which reader read which story in the last half hour, in bounded memory: sets of eight slots, each a piece of the
/// key and a time. When a set is full its oldest slot goes, so that a flood makes us count a returning reader twice and
/// never makes us run out of memory. 2^22 slots are 32 MB and half an hour of 2,300 new reads a second.
/// </summary>
public sealed class RecentReads(int mostSlots = 1 << 22)
{
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(30);

    private const int Ways = 8;
    private const ulong KeyMask = ~0xFFFFUL;

    private readonly Lock _turn = new();
    private ulong[] _slots = new ulong[1 << 12];
    private int _taken;

    /// <summary>True when this key was not seen for half an hour; it is remembered from now on.</summary>
    public bool IsNew(ulong key, DateTimeOffset now)
    {
        lock (_turn)
        {
            // A quarter full: at a half, one set in fifty already overflows and forgets somebody (measured).
            if (_taken > _slots.Length / 4 && _slots.Length < mostSlots) Grow();
            return Take(key & KeyMask, Stamp(now));
        }
    }

    // A slot is 48 bits of the key and 16 bits of time in seconds, which come round after 18 hours; zero is empty.
    private static ushort Stamp(DateTimeOffset now) => (ushort)now.ToUnixTimeSeconds();

    private bool Take(ulong key, ushort now)
    {
        var set = SetOf(key);
        var oldest = set;
        var oldestAge = -1;
        for (var at = set; at < set + Ways; at++)
        {
            var slot = _slots[at];
            var age = slot == 0 ? int.MaxValue : (ushort)(now - (ushort)slot);
            if (slot != 0 && (slot & KeyMask) == key)
            {
                if (age < Apart.TotalSeconds) return false;
                _slots[at] = key | now;
                return true;
            }
            if (age > oldestAge) (oldest, oldestAge) = (at, age);
        }
        if (_slots[oldest] == 0) _taken++;
        _slots[oldest] = key | now;
        return true;
    }

    // The set comes from the key's high half, which is part of what the slot keeps, so that growing finds it again.
    private int SetOf(ulong key) => (int)((key >> 32) % (ulong)(_slots.Length / Ways)) * Ways;

    private void Grow()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 2];
        _taken = 0;
        foreach (var slot in old)
        {
            if (slot != 0) Take(slot & KeyMask, (ushort)slot);
        }
    }
}
