using Broadsheet.Storage.Changes;

namespace Broadsheet.CopyDesk.House;

/// <summary>A line of house style, as editors own it.</summary>
[StaysInNewsroom]
public sealed class HouseRule
{
    private HouseRule() { }

    public HouseRule(HouseRuleText text) => Put(text);

    public long Id { get; private set; }
    public Guid PublicId { get; private set; } = Guid.CreateVersion7();
    public HouseKind Kind { get; private set; }

    /// <summary>Forms to look for, parted by semicolons; empty for a name of the word list, of which near misses are looked for.</summary>
    public string Find { get; private set; } = "";

    public string Right { get; private set; } = "";

    /// <summary>Empty: every language.</summary>
    public string Language { get; private set; } = "";

    public Severity Severity { get; private set; }
    public string Advice { get; private set; } = "";
    public string Example { get; private set; } = "";

    /// <summary>Where it is laid down: a decision, a style guide, a letter.</summary>
    public string Source { get; private set; } = "";

    public long Revision { get; private set; } = 1;

    public HouseRuleText Text => new(Kind, Find, Right, Language, Severity, Advice, Example, Source);

    public HouseRow Row => new(PublicId.ToString(), Kind, Find, Right, Language, Severity, Advice, Example, Source);

    public void Change(HouseRuleText text)
    {
        Put(text);
        Revision++;
    }

    private void Put(HouseRuleText text) =>
        (Kind, Find, Right, Language, Severity, Advice, Example, Source) = (text.Kind, text.Find, text.Right, text.Language, text.Severity, text.Advice, text.Example, text.Source);
}

/// <summary>What an editor writes about a rule.</summary>
public sealed record HouseRuleText(HouseKind Kind, string Find, string Right, string Language, Severity Severity, string Advice, string Example, string Source);
