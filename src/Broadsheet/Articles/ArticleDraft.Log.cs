using Broadsheet.Articles.CoEditing;
using Broadsheet.Document.Steps;

namespace Broadsheet.Articles;

public sealed partial class ArticleDraft
{
    /// <summary>
    /// What became different with each save. Every road to a new draft adds to it, so that no open editor is left behind. It is not
    /// loaded with the draft: what stands here is what was added now.
    /// </summary>
    public ICollection<DraftEntry> Log { get; private set; } = [];

    /// <summary>Takes what an open editor sent.</summary>
    /// <param name="zone">The edition's, in which times are typed.</param>
    /// <param name="lost">What it writes over unseen.</param>
    /// <exception cref="StaleRevisionException">Its steps count from a text that is no longer the last one.</exception>
    /// <exception cref="Document.DocumentException">A step does not fit, or what they make is no document. Nothing was changed.</exception>
    internal void Take(Push push, TimeZoneInfo zone, IReadOnlyList<LostField> lost, long by, DateTimeOffset now)
    {
        if (push.Revision != Revision) throw new StaleRevisionException(this);

        var body = push.HasSteps ? DocumentSteps.Apply(Content.Body, push.Steps) : new(Content.Body, null);
        var fields = new ArticleForm((push.Fields ?? new Dictionary<string, SentField>()).ToDictionary(field => field.Key, field => field.Value.Values));
        var content = fields.Over(Content, zone) with { Body = body.Document };
        var size = DocumentSteps.SizeOf(body.Document);

        var entry = DraftEntry.Of(push, Content, content, lost, size, by, now);
        Append(entry);
        if (body.Corrections is { } corrections) Append(DraftEntry.Correcting(entry, corrections, size));
        Content = content;
        SavedAt = now;
        SavedBy = by;
        SaveKey = "";
    }

    private void Append(DraftEntry entry)
    {
        Log.Add(entry);
        Revision = entry.Revision;
    }
}
