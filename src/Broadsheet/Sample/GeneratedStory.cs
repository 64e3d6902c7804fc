using Broadsheet.Articles;
using Broadsheet.Document;

namespace Broadsheet.Sample;

/// <summary>
/// Made-up stories for load tests. The same number gives the same story on every machine, so that two runs of a
/// benchmark read the same paper.
/// </summary>
public static class GeneratedStory
{
    private static readonly string[] Who = ["Council", "Dockers", "Teachers", "Fishermen", "The mayor", "Engineers", "Parents", "The ferry company", "Farmers", "A judge", "Doctors", "The orchestra"];
    private static readonly string[] Does = ["backs", "rejects", "delays", "questions", "welcomes", "counts the cost of", "votes on", "rewrites", "opens", "appeals against", "surveys", "pays for"];
    private static readonly string[] What = ["harbour wall", "night buses", "school meals", "fishing quota", "new bridge", "library hours", "water charges", "winter festival", "tram line", "hospital wing", "coast path", "market hall"];
    private static readonly string[] When = ["before the winter", "after a long night", "for a second time", "with one vote", "despite warnings", "as prices rise", "in a surprise move", "without debate", "under protest", "at last"];
    private static readonly string[] Sentences =
    [
        "The decision had been expected since the spring, when the first figures were laid before the committee.",
        "Nobody who spoke on the quay that morning remembered a year like it.",
        "The plan would cost less than half of what was set aside, the treasurer said.",
        "Three members asked for the minutes to show that they had not been told.",
        "By noon the queue reached from the ticket office to the fish market.",
        "Work is to begin in April and to be finished within two years, weather allowing.",
        "A second reading will follow once the engineers have answered in writing.",
        "Those who live nearest say that they were asked last.",
        "The numbers come from the port's own books, which were opened to reporters.",
        "It is the largest change of its kind since the old breakwater was raised.",
    ];

    public static string Headline(int number) =>
        $"{Who[Mixed(number, 1) % Who.Length]} {Does[Mixed(number, 2) % Does.Length]} {What[Mixed(number, 3) % What.Length]} {When[Mixed(number, 4) % When.Length]} ({number})";

    public static ArticleContent Of(int number, Guid section, IReadOnlyList<Guid> topics, IReadOnlyList<Guid> contributors) => new()
    {
        Headline = Headline(number),
        Standfirst = Sentence(number, 5),
        Dateline = "Port Calder",
        Body = DraftDocument.OfText(string.Join("\n\n", Enumerable.Range(0, 6 + (Mixed(number, 6) % 7)).Select(paragraph => $"{Sentence(number, 10 + paragraph)} {Sentence(number, 40 + paragraph)}"))),
        Section = section,
        Topics = topics.Count == 0 ? [] : [topics[Mixed(number, 7) % topics.Count]],
        Bylines = contributors.Count == 0 ? [] : [new Byline(contributors[Mixed(number, 8) % contributors.Count])],
        Slug = $"story-{number}",
    };

    private static string Sentence(int number, int salt) => Sentences[Mixed(number, salt) % Sentences.Length];

    // A fixed mixing of bits (the finaliser of MurmurHash3): Random's sequence may change between versions of .NET.
    internal static int Mixed(int number, int salt)
    {
        var bits = (uint)number * 0x9E3779B1u + (uint)salt * 0x85EBCA77u;
        bits = (bits ^ (bits >> 16)) * 0x85EBCA6Bu;
        bits = (bits ^ (bits >> 13)) * 0xC2B2AE35u;
        return (int)((bits ^ (bits >> 16)) >> 1);
    }
}
