using Broadsheet.Articles;
using Broadsheet.Articles.Reading;
using Broadsheet.Document;
using Broadsheet.Trust.Machines;

namespace Broadsheet.Syndication.Feeds;

/// <summary>A feed before it is written in any format: RSS, Atom and JSON Feed say the same of it.</summary>
internal sealed record Feed(FeedChannel Channel, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>Where it stands among the archives, as far as there are any (RFC 5005).</summary>
    public ArchivePlace Archive { get; init; } = ArchivePlace.None;

    /// <summary>Who passes news of it on to subscribers at once (WebSub).</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];

    /// <summary>What machines may do with it, for a format that says so.</summary>
    public MachineTerms? Terms { get; init; }

    /// <summary>
    /// The last change that readers were told of; of an empty feed the moment since when it may be there. A feed that says the hour it was asked for would be new
    /// each time.
    /// </summary>
    public DateTimeOffset Updated => Entries.Count == 0 ? Channel.Since : Entries.Max(entry => entry.Updated);
}

/// <summary>One thing in a feed: a story, or a correction. Every address in it is whole.</summary>
internal sealed record FeedEntry
{
    /// <summary>A URI that no new headline, section, slug or domain changes: by it subscribers know what they have read.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }
    public required string Link { get; init; }
    public required DateTimeOffset Published { get; init; }
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Plain text; may be empty.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What everybody may read of the text; null where the edition's feeds carry none.</summary>
    public string? Html { get; init; }

    public IReadOnlyList<FeedPerson> People { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];
    public FeedPicture? Picture { get; init; }
    public IReadOnlyList<FeedSound> Sounds { get; init; } = [];

    /// <summary>What it was made of, for a format that has words for more; null of a correction.</summary>
    public FeedStory? Story { get; init; }
}

/// <summary>A story as it went into a feed.</summary>
/// <param name="Body">As much of its text as is for everybody.</param>
/// <param name="IsWhole">Whether that is all of it.</param>
/// <param name="Label">“Opinion”, “Sponsored”; empty for news.</param>
/// <param name="Pictures">Those that may leave the paper’s own pages.</param>
internal sealed record FeedStory(Article Article, ArticleVersion Version, PublishedDocument Body, bool IsWhole, string Section, string Label, IReadOnlyList<Topics.Topic> Topics, LoadedPictures Pictures);

/// <param name="Role">What she did, if she did not write it ("translated by"); else empty.</param>
/// <param name="Address">Her page.</param>
internal sealed record FeedPerson(string Name, string Role, string? Address)
{
    public bool IsAuthor => Role.Length == 0;

    /// <summary>As it stands where there is one line for it.</summary>
    public string Printed => IsAuthor ? Name : $"{Name} ({Role})";
}

internal sealed record FeedPicture(string Address, int Width, int Height, string AltText, string Caption, string Credit);

/// <summary>A recording: what feed readers call an enclosure.</summary>
internal sealed record FeedSound(string Address, string MediaType, long Length);
