using Broadsheet.Document;
using Broadsheet.Document.Reading;

namespace Broadsheet.Api.Articles;

/// <summary>Reads a body that was sent in one of its forms into the document.</summary>
internal sealed class BodyReading(BodyReferences references)
{
    public async Task<(DraftDocument Body, IReadOnlyList<ReadingNoteAnswer> Notes)> ReadAsync<T>(Sent<T> sent, DraftDocument current, CancellationToken stop) where T : ArticleText
    {
        var fields = sent.Value;
        var forms = new object?[] { fields.Body, fields.BodyHtml, fields.BodyMarkdown }.Count(form => form is not null);
        if (forms > 1) throw ProblemKind.Unfit.At("body", "Send the text once: as body, as bodyHtml or as bodyMarkdown.");

        if (fields.Body is { } body)
        {
            // Suggestions and comments are the newsroom's: none comes in, and what says the same as the text as it stands leaves them alone.
            var text = body.AsItStands();
            return (text == current.AsItStands() ? current : text, []);
        }
        if (fields.BodyHtml is { } html) return Told(await references.ReadAsync(options => HtmlReader.Read(html, options), stop));
        if (fields.BodyMarkdown is { } markdown) return Told(await references.ReadAsync(options => MarkdownReader.Read(markdown, options), stop));
        var isEmptied = sent.Gives(nameof(fields.Body)) || sent.Gives(nameof(fields.BodyHtml)) || sent.Gives(nameof(fields.BodyMarkdown));
        return (isEmptied ? DraftDocument.Empty : current, []);
    }

    private static (DraftDocument, IReadOnlyList<ReadingNoteAnswer>) Told(DocumentReading reading) => (reading.Document,
    [
        .. reading.Notes.Select(note => new ReadingNoteAnswer
        {
            Kind = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(note.Kind.ToString()),
            Message = note.Message,
            Detail = note.Detail.Length > 0 ? note.Detail : null,
        }),
    ]);
}
