using Broadsheet.Articles;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Search.Index;

/// <summary>A published story as search knows it. Its words stand in the full-text index of the database under the same key.</summary>
[StaysInNewsroom]
public sealed class SearchEntry(long id, long articleId, long editionId, long sectionId)
{
    /// <summary>By <see cref="EntryKey"/>.</summary>
    public long Id { get; private set; } = id;

    public long ArticleId { get; private set; } = articleId;
    public long EditionId { get; private set; } = editionId;
    public long SectionId { get; private set; } = sectionId;

    /// <summary>What made it: one made by an older program is made again (<see cref="IndexedText.Form"/>).</summary>
    public int Form { get; private set; }

    /// <summary>The words it counts for in <see cref="SearchWord"/>, a space between them.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Ids of the stories that are most like it, a space between them, first the likest (<see cref="Stories.AlikeStories"/>).</summary>
    public string Alike { get; private set; } = "";

    /// <summary>What each of its terms weighs (<see cref="TermWeights"/>).</summary>
    public byte[] Terms { get; private set; } = [];
}

/// <summary>A word that stories of an edition have, and in how many: what may have been meant by one that none has.</summary>
[StaysInNewsroom]
public sealed class SearchWord(long editionId, string word, string shape, int entries)
{
    public long EditionId { get; private set; } = editionId;
    public string Word { get; private set; } = word;

    /// <summary>Its first letter and its length: a word that is meant has the same first letter and about the length.</summary>
    public string Shape { get; private set; } = shape;

    public int Entries { get; private set; } = entries;

    internal static string ShapeOf(string word, int length) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{word[0]}{length}");
}

internal sealed class SearchEntryTable : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.ToTable("search_entries");
        entry.Property(row => row.Id).ValueGeneratedNever();
        entry.HasIndex(row => row.ArticleId).IsUnique();
        // What is not indexed is asked for at each start.
        entry.HasIndex(row => new { row.Form, row.ArticleId });
        entry.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SearchWordTable : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> word)
    {
        word.ToTable("search_words");
        word.HasKey(row => new { row.EditionId, row.Word });
        word.Property(row => row.Word).HasMaxLength(60);
        word.Property(row => row.Shape).HasMaxLength(4);
        word.HasIndex(row => new { row.EditionId, row.Shape });
    }
}

internal static class SearchSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<SearchEntry> SearchEntries => newspaper.Set<SearchEntry>();
        public DbSet<SearchWord> SearchWords => newspaper.Set<SearchWord>();
    }
}
