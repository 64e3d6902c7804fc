namespace Broadsheet.CopyDesk.Reading;

/// <summary>A word of a passage. Its key is what lists are asked for: small letters, plain apostrophes, no points or tatweel.</summary>
internal readonly record struct Word(int Start, int Length, string Key, bool IsCapital, bool IsNumber)
{
    public int End => Start + Length;

    public Stretch At => new(Start, Length);
}
