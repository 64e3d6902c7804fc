namespace Broadsheet.Print.Bidi;

/// <summary>Rules X1 to X8: levels from the marks for embeddings, overrides and isolates.</summary>
internal sealed class ExplicitLevels
{
    private const int MaxDepth = 125;

    private readonly Stack<Status> stack = new();
    private readonly byte paragraph;
    private int overflowIsolates;
    private int overflowEmbeddings;
    private int validIsolates;

    private ExplicitLevels(byte paragraph)
    {
        this.paragraph = paragraph;
        Restart();
    }

    private readonly record struct Status(byte Level, BidiClass? Override, bool IsIsolate);

    /// <param name="classes">Changed where an override stands.</param>
    public static byte[] Of(BidiClass[] classes, Isolates isolates, byte paragraph)
    {
        var rules = new ExplicitLevels(paragraph);
        var levels = new byte[classes.Length];
        for (var i = 0; i < classes.Length; i++) levels[i] = rules.Take(classes, i, isolates);
        return levels;
    }

    private byte Take(BidiClass[] classes, int i, Isolates isolates)
    {
        switch (classes[i])
        {
            case BidiClass.RLE: Embed(Next(odd: true), null); break;
            case BidiClass.LRE: Embed(Next(odd: false), null); break;
            case BidiClass.RLO: Embed(Next(odd: true), BidiClass.R); break;
            case BidiClass.LRO: Embed(Next(odd: false), BidiClass.L); break;
            case BidiClass.PDF: EndEmbedding(); break;
            case BidiClass.BN: break;
            case BidiClass.B: Restart(); return paragraph;
            case BidiClass.RLI: return Isolate(classes, i, isRightToLeft: true);
            case BidiClass.LRI: return Isolate(classes, i, isRightToLeft: false);
            case BidiClass.FSI: return Isolate(classes, i, isolates.IsRightToLeft(i + 1, isolates.PartnerOf(i) < 0 ? classes.Length : isolates.PartnerOf(i)));
            case BidiClass.PDI: EndIsolate(); return Level(classes, i);
            default: return Level(classes, i);
        }

        return stack.Peek().Level;
    }

    private byte Level(BidiClass[] classes, int i)
    {
        classes[i] = stack.Peek().Override ?? classes[i];
        return stack.Peek().Level;
    }

    private void Embed(int level, BidiClass? over)
    {
        if (level <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0) stack.Push(new((byte)level, over, false));
        else if (overflowIsolates == 0) overflowEmbeddings++;
    }

    private byte Isolate(BidiClass[] classes, int i, bool isRightToLeft)
    {
        var outside = Level(classes, i);
        var level = Next(isRightToLeft);
        if (level <= MaxDepth && overflowIsolates == 0 && overflowEmbeddings == 0)
        {
            validIsolates++;
            stack.Push(new((byte)level, null, true));
        }
        else
        {
            overflowIsolates++;
        }

        return outside;
    }

    private void EndIsolate()
    {
        if (overflowIsolates > 0)
        {
            overflowIsolates--;
            return;
        }

        if (validIsolates == 0) return;

        overflowEmbeddings = 0;
        while (!stack.Peek().IsIsolate) stack.Pop();
        stack.Pop();
        validIsolates--;
    }

    private void EndEmbedding()
    {
        if (overflowIsolates > 0) return;

        if (overflowEmbeddings > 0) overflowEmbeddings--;
        else if (!stack.Peek().IsIsolate && stack.Count > 1) stack.Pop();
    }

    private void Restart()
    {
        stack.Clear();
        stack.Push(new(paragraph, null, false));
        (overflowIsolates, overflowEmbeddings, validIsolates) = (0, 0, 0);
    }

    private int Next(bool odd)
    {
        var level = stack.Peek().Level;
        return odd ? (level + 1) | 1 : (level + 2) & ~1;
    }
}
