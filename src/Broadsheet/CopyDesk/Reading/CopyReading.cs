using Broadsheet.CopyDesk.Reading.People;

namespace Broadsheet.CopyDesk.Reading;

/// <summary>A story read once: what every rule asks of it.</summary>
internal sealed class CopyReading
{
    public CopyReading(Copy copy)
    {
        Copy = copy;
        Lists = Lists.Of(copy.PlainLanguage);
        Passages = ReadQuoted(copy);
        foreach (var passage in Passages) Brackets.Read(passage);
        People = new FindPeople(this).All();
    }

    public Copy Copy { get; }

    public Lists Lists { get; }

    public IReadOnlyList<PassageReading> Passages { get; }

    /// <summary>Everybody who is named in full, at each place where she is.</summary>
    public IReadOnlyList<Mention> People { get; }

    public IEnumerable<PassageReading> Body => Passages.Where(passage => passage.Passage.IsBody);

    public IEnumerable<PassageReading> Prose => Passages.Where(passage => passage.Passage.IsProse);

    /// <summary>Text that readers read as sentences, above and beside the body too.</summary>
    public IEnumerable<PassageReading> Sentences => Passages.Where(passage => passage.Passage.Place is not (Place.Dateline or Place.Headline or Place.ShortHeadline));

    /// <summary>The passages with what is quoted in them, and nothing else. Only paragraphs carry a quotation on into the next; anything between them ends it.</summary>
    public static IReadOnlyList<PassageReading> ReadQuoted(Copy copy)
    {
        var lists = Lists.Of(copy.PlainLanguage);
        IReadOnlyList<PassageReading> passages = [.. copy.Passages.Select(passage => new PassageReading(passage, lists))];
        var isHebrewOrArabic = copy.PlainLanguage is "he" or "ar" or "fa" or "yi" or "ur";
        var running = new Quoting(isHebrewOrArabic);
        foreach (var passage in passages)
        {
            var carries = passage.Passage.Place == Place.Paragraph;
            if (!carries) running.End();
            running.Read(passage);
            if (!carries) running.End();
        }

        running.End();
        return passages;
    }
}
