using Broadsheet.Topics;

namespace Broadsheet.Sample;

/// <summary>What paper.json says.</summary>
internal sealed record SamplePaperFile(IReadOnlyList<SampleEdition> Editions, IReadOnlyList<SampleContributor> Contributors, IReadOnlyList<SampleTopic> Topics, IReadOnlyList<SampleSeries> Series);

internal sealed record SampleEdition(string Code, string Name, string Tagline, string Language, string TimeZone, IReadOnlyList<SampleSection> Sections,
    IReadOnlyList<SampleFooter> Footer, IReadOnlyList<SampleMessage> Messages, SampleSupport Support, SampleFront Front, IReadOnlyList<SampleNewsletter> Newsletters);

internal sealed record SampleNewsletter(string Name, string Slug, string Description);

internal sealed record SampleSection(string Slug, string Name, string Description);

internal sealed record SampleFooter(string Title, IReadOnlyList<string> Pages);

/// <param name="Paragraph">After which of a story's; 0: at its end.</param>
/// <param name="Who">Names of <see cref="Messages.Audience"/> with commas between them.</param>
internal sealed record SampleMessage(string Name, string Title, string Text, string Button, string Address, string Ask, int Paragraph, bool OnFront, string Who);

internal sealed record SampleSupport(string Title, string Text, IReadOnlyList<int> Amounts, string Currency, string Contact);

internal sealed record SampleFront(string Lead, IReadOnlyList<string> Seconds);

internal sealed record SampleContributor(string Slug, string Kind, IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> Bio);

/// <param name="Parent">Slug of the wider topic, which stands in the file too.</param>
internal sealed record SampleTopic(string Slug, IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string>? About, TopicKind Kind, string? Parent, string? Picture);

internal sealed record SampleSeries(string Slug, IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> About, string Picture);

/// <summary>What pictures.json says of one file.</summary>
internal sealed record SamplePicture(string Caption, string Alt, SampleCredit Credit, DateOnly Taken, SampleFocus Focus);

internal sealed record SampleCredit(string Kind, string? Creator, IReadOnlyList<string>? Agencies, string? Via);

internal sealed record SampleFocus(double X, double Y);

internal sealed record SamplePictures(IReadOnlyDictionary<string, SamplePicture> Pictures);
