using Broadsheet.Accounts;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Notices;

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notices");
        notice.HasIndex(row => new { row.MemberId, row.SeenAt });
        notice.HasIndex(row => row.MailedAt);
        notice.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
        notice.Property(row => row.Kind).HasMaxLength(60);
        notice.Property(row => row.By).HasMaxLength(200);
        notice.Property(row => row.Subject).HasMaxLength(400);
        notice.Property(row => row.Detail).HasMaxLength(400);
        notice.Property(row => row.Href).HasMaxLength(300);
    }
}

internal sealed class NoticeChoiceTable : IEntityTypeConfiguration<NoticeChoice>
{
    public void Configure(EntityTypeBuilder<NoticeChoice> choice)
    {
        choice.ToTable("notice_choices");
        choice.HasKey(row => row.MemberId);
        choice.Property(row => row.MemberId).ValueGeneratedNever();
        choice.Property(row => row.ByMail).AsJson();
        choice.Property(row => row.NotByMail).AsJson();
        choice.HasOne<StaffMember>().WithMany().HasForeignKey(row => row.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>How features tell somebody something.</summary>
public static class NoticeSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<Notice> Notices => newspaper.Set<Notice>();
        public DbSet<NoticeChoice> NoticeChoices => newspaper.Set<NoticeChoice>();

        /// <summary>Tells members of staff something; saved with the change itself, by the same SaveChanges. Whoever causes it is told nothing.</summary>
        /// <param name="kind">The name of a <see cref="NoticeKind"/> that the feature added.</param>
        /// <param name="by">Who causes it: a member's id, and the name that is printed.</param>
        /// <param name="subject">What it is about, such as a headline.</param>
        /// <param name="href">Where it leads: a path of the newsroom.</param>
        /// <param name="detail">A line of what was said.</param>
        public void Tell(string kind, IEnumerable<long> members, (long? Member, string Name) by, string subject, string href, DateTimeOffset now, string detail = "") =>
            newspaper.Notices.AddRange(members.Distinct().Where(member => member > 0 && member != by.Member)
                .Select(member => new Notice(member, kind, by.Name, Short(subject), Short(detail), href, now)));
    }

    private static string Short(string words) => words.Length <= 300 ? words : words[..299] + "…";
}
