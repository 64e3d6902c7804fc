using System.Text.Json;
using Broadsheet.Document.Steps;
using Broadsheet.Storage.Changes;

namespace Broadsheet.Articles.CoEditing;

/// <summary>
/// One entry of an article's log: what a save made different. Its key is (article, revision), so that any node may append and no two
/// can append the same; the draft row is the log's end. Entries by which an editor is behind bring it up to date.
/// </summary>
[StaysInNewsroom]
public sealed class DraftEntry
{
    private DraftEntry() { }

    public long ArticleId { get; private set; }

    /// <summary>The draft's revision after it.</summary>
    public long Revision { get; private set; }

    /// <summary>The open editor that sent it, by its own name; null for a form, the API or the program.</summary>
    public string? Client { get; private set; }

    /// <summary>Counted by the client. The same again is the same push, sent once more after a lost answer.</summary>
    public long? Sequence { get; private set; }

    /// <summary>ProseMirror's steps as a JSON list; null when the body stayed.</summary>
    public string? Steps { get; private set; }

    /// <summary>Fields that changed, as <see cref="ArticleForm"/> names them; times are in UTC.</summary>
    public IReadOnlyDictionary<string, string[]>? Fields { get; private set; }

    /// <summary>What somebody had written into those fields that the writer of this had not seen.</summary>
    public IReadOnlyList<LostField>? Lost { get; private set; }

    /// <summary>The body's size afterwards, as editors count it.</summary>
    public int Size { get; private set; }

    public long By { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>What a save of the whole made different: steps and fields are found by comparing.</summary>
    internal static DraftEntry Between(ArticleContent before, ArticleContent after, long revision, long by, DateTimeOffset now) => new()
    {
        Revision = revision,
        Steps = before.Body.Equals(after.Body) ? null : DocumentSteps.Between(before.Body, after.Body),
        Fields = FieldGroups.Changed(before, after),
        Size = DocumentSteps.SizeOf(after.Body),
        By = by,
        At = now,
    };

    /// <summary>What an open editor sent.</summary>
    internal static DraftEntry Of(Push push, ArticleContent before, ArticleContent after, IReadOnlyList<LostField> lost, int size, long by, DateTimeOffset now) => new()
    {
        Revision = push.Revision + 1,
        Client = push.Client,
        Sequence = push.Sequence,
        Steps = push.HasSteps ? push.Steps.GetRawText() : null,
        Fields = FieldGroups.Changed(before, after),
        Lost = lost.Count == 0 ? null : lost,
        Size = size,
        By = by,
        At = now,
    };

    /// <summary>What reading the steps made different besides: ids for what had none. Everybody takes it, who sent the steps as well.</summary>
    internal static DraftEntry Correcting(DraftEntry entry, string steps, int size) =>
        new() { Revision = entry.Revision + 1, Steps = steps, Size = size, By = entry.By, At = entry.At };
}

/// <summary>Words in a field that were written over unseen, and whose they were.</summary>
/// <param name="Field">The first name of the group (<see cref="FieldGroups"/>).</param>
/// <param name="Client">The editor in which they were written; null for a form or the API.</param>
public sealed record LostField(string Field, string? Client, long By, IReadOnlyDictionary<string, string[]> Values);

/// <summary>What an open editor sends: its steps, counted from the revision it names, and the fields that were changed in it.</summary>
/// <param name="Client">The editor's own name, made once for each opened page.</param>
/// <param name="Sequence">Its own number of this push, the same when it is sent again.</param>
public sealed record Push(string Client, long Sequence, long Revision, JsonElement Steps, IReadOnlyDictionary<string, SentField>? Fields = null)
{
    public bool HasSteps => Steps is { ValueKind: JsonValueKind.Array } && Steps.GetArrayLength() > 0;

    public bool IsNamed => Client is { Length: >= 8 and <= 40 } && Client.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-') && Sequence > 0;
}

/// <param name="Since">The last revision that the writer had seen when she began to change the field.</param>
public sealed record SentField(string[] Values, long Since);
