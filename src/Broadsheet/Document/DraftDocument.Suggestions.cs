namespace Broadsheet.Document;

public sealed partial record DraftDocument
{
    /// <summary>Whether anything is suggested.</summary>
    public bool HasSuggestions => AllBlocks.Any(block => block.Change is not null || (block is TextBlock text && text.Content.Any(run => run.Marks.Any(mark => mark is InsertionMark or DeletionMark))));

    /// <summary>What is suggested, in reading order.</summary>
    public IReadOnlyList<SuggestionSummary> Suggestions => SuggestionReading.Of(Content);

    /// <summary>The ids of comments that stand in the text, each with the words it is about.</summary>
    public IReadOnlyDictionary<string, string> Commented => SuggestionReading.Commented(Content);

    public DraftDocument Accept(string suggestion) => Decide(id => id == suggestion ? Verdict.Accepted : Verdict.Open);

    public DraftDocument Reject(string suggestion) => Decide(id => id == suggestion ? Verdict.Rejected : Verdict.Open);

    public DraftDocument AcceptAll() => Decide(_ => Verdict.Accepted);

    public DraftDocument RejectAll() => Decide(_ => Verdict.Rejected);

    /// <summary>The text as it stands, if nothing suggested is accepted, and without the places of comments: what readers get, and the API.</summary>
    public DraftDocument AsItStands() => HasSuggestions || Commented.Count > 0 ? new(new SuggestionDecision(_ => Verdict.Rejected, dropsComments: true).Over(Content)) : this;

    /// <summary>
    /// Whether this differs from <paramref name="before"/> in nothing but suggestions of one author: for whoever may suggest in a
    /// story and not write in it.
    /// </summary>
    public bool OnlySuggests(DraftDocument before, string author, Guid? by) =>
        AsItStands() == before.AsItStands() && SuggestionReading.LeavesOthers(before.Content, Content, suggestion => suggestion.By == by && (by is not null || suggestion.Author == author));

    private DraftDocument Decide(Func<string, Verdict> verdict) => new(new SuggestionDecision(verdict, dropsComments: false).Over(Content));
}
