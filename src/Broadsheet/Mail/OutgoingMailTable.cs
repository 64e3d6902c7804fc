using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Mail;

internal sealed class OutgoingMailTable : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("outgoing_mails");
        mail.HasIndex(row => row.PublicId).IsUnique();
        mail.HasIndex(row => new { row.SentAt, row.DueAt });
        mail.Property(row => row.To).HasMaxLength(256);
        mail.Property(row => row.Name).HasMaxLength(200);
        mail.Property(row => row.Subject).HasMaxLength(300);
        mail.Property(row => row.Enclosed).HasMaxLength(80);
    }
}

public static class MailSets
{
    public const int MostAttempts = 10;

    extension(Newspaper newspaper)
    {
        public DbSet<OutgoingMail> OutgoingMails => newspaper.Set<OutgoingMail>();

        /// <summary>Has a mail sent; it is saved with the change that causes it, by the same SaveChanges.</summary>
        public void Send(string to, string name, string subject, string text, DateTimeOffset now, string? html = null, string? leave = null, string? enclosed = null) =>
            newspaper.OutgoingMails.Add(new OutgoingMail(to, name, subject.Length <= 300 ? subject : subject[..299] + "…", text, now) { Html = html, Leave = leave, Enclosed = enclosed });
    }

    extension(IQueryable<OutgoingMail> mails)
    {
        internal IQueryable<OutgoingMail> Due(DateTimeOffset now) => mails.AsNoTracking()
            .Where(row => row.SentAt == null && row.DueAt <= now && row.Attempts < MostAttempts && (row.LeasedUntil == null || row.LeasedUntil < now))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id);
    }
}
