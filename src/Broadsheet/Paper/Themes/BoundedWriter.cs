namespace Broadsheet.Paper.Themes;

/// <summary>Collects a page and refuses to grow past a bound, so that a loop in a theme cannot eat the memory.</summary>
internal sealed class BoundedWriter(int longest) : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    private readonly int longest = longest;

    public override void Write(char value)
    {
        Check(1);
        base.Write(value);
    }

    public override void Write(string? value)
    {
        Check(value?.Length ?? 0);
        base.Write(value);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Check(buffer.Length);
        base.Write(buffer);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Check(count);
        base.Write(buffer, index, count);
    }

    private void Check(int more)
    {
        if (GetStringBuilder().Length + more > longest) throw new FullException(longest);
    }

    internal sealed class FullException(int longest) : Exception($"The page grew past {longest:N0} characters.");
}
