using Broadsheet.Document;
using Broadsheet.Document.Reading;

namespace Broadsheet.Api.Articles;

/// <summary>Reads a body that was sent in one of its forms into the document.</summary>
internal static class BodyReading
{
    public static (DraftDocument Body, IReadOnlyList<ReadingNoteAnswer> Notes) Read<T>(Sent<T> sent, DraftDocument current) where T : ArticleText
    {
        var fields = sent.Value;
        var forms = new object?[] { fields.Body, fields.BodyHtml }.Count(form => form is not null);
        if (forms > 1) throw ProblemKind.Unfit.At("body", "Send the text once: as body or as bodyHtml.");

        if (fields.Body is { } body) return (body, []);
        if (fields.BodyHtml is { } html) return Told(HtmlReader.Read(html));
        return sent.Gives(nameof(fields.Body)) || sent.Gives(nameof(fields.BodyHtml)) ? (DraftDocument.Empty, []) : (current, []);
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
