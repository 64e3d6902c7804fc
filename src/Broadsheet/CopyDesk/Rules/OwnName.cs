using Broadsheet.CopyDesk.Reading;

namespace Broadsheet.CopyDesk.Rules;

/// <summary>The paper's own name in another form than its masthead's.</summary>
internal sealed class OwnName() : Rule("own-name", Harm.Style, Severity.Hint)
{
    public override void Check(CopyReading copy, Report report)
    {
        var name = copy.Copy.PaperName.Trim();
        if (!name.Contains(' ', StringComparison.Ordinal)) return;
        // "The" goes small within a sentence.
        var bare = name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name;
        foreach (var passage in copy.Passages)
        {
            for (var at = passage.Text.IndexOf(bare, StringComparison.OrdinalIgnoreCase); at >= 0; at = passage.Text.IndexOf(bare, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var written = passage.Text.Substring(at, bare.Length);
                if (written != bare && written.Any(char.IsUpper)) report.Add(passage, new(at, bare.Length), bare, null, ("name", bare));
            }
        }
    }
}
