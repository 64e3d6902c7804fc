using System.Collections;
using System.Runtime.CompilerServices;

namespace Broadsheet.Document;

/// <summary>
/// A list that never changes and equals another by its members, so that records holding it
/// compare as values all the way down.
/// </summary>
[CollectionBuilder(typeof(Nodes), nameof(Nodes.Of))]
public sealed class Nodes<T> : IReadOnlyList<T>, IEquatable<Nodes<T>>
{
    private readonly T[] members;

    internal Nodes(ReadOnlySpan<T> members) => this.members = members.ToArray();

    public int Count => members.Length;

    public T this[int index] => members[index];

    public bool Equals(Nodes<T>? other) => other is not null && members.AsSpan().SequenceEqual(other.members);

    public override bool Equals(object? obj) => Equals(obj as Nodes<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var member in members) hash.Add(member);
        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => members.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public static class Nodes
{
    public static Nodes<T> Of<T>(ReadOnlySpan<T> members) => new(members);
}
