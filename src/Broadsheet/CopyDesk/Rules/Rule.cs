using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>A built-in rule. Its words stand in Strings under "copy.rule." and its id; each can be turned off.</summary>
/// <param name="usual">How it ships; never <see cref="Severity.Stop"/>.</param>
/// <param name="languages">Those that have such a fault; none: all.</param>
internal abstract class Rule(string id, Harm harm, Severity usual, params string[] languages)
{
    public string Id => id;

    public Harm Harm => harm;

    public Severity Usual => usual;

    /// <summary>It asks about the quotation itself, not about the words in it.</summary>
    public virtual bool IsOfQuotations => false;

    public IReadOnlyList<string> Languages => languages;

    public bool Speaks(string language) => languages.Length == 0 || languages.Contains(language);

    public abstract void Check(CopyReading copy, Report report);
}
