using System.ComponentModel;
namespace Broadsheet.Api.Articles;

/// <summary>What is written, with the body as a document, as HTML or as Markdown.</summary>
public abstract record ArticleText : ArticleFields
{
    [Description("The text as HTML, read into the document. What did not fit is told in “notes” of the answer.")]
    public string? BodyHtml { get; init; }

    [Description("The text as Markdown (CommonMark with tables and the fences of docs/document.md), read into the document. What did not fit is told in “notes” of the answer.")]
    public string? BodyMarkdown { get; init; }
}

/// <summary>A new article.</summary>
public sealed record NewArticle : ArticleText
{
    [Description("The edition it belongs to, by id or code. Absent: the first edition.")]
    public string? Edition { get; init; }
}

/// <summary>A change to an article. What is absent stays as it is; null empties it.</summary>
public sealed record ArticleChange : ArticleText
{
    [Description("The revision that this change began from. When somebody has saved since, the answer is 409 with the article as it stands.")]
    public required long Revision { get; init; }
}
