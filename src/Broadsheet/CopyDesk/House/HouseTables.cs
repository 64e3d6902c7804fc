using Broadsheet.Articles;
using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.CopyDesk.House;

internal sealed class HouseRuleTable : IEntityTypeConfiguration<HouseRule>
{
    public void Configure(EntityTypeBuilder<HouseRule> rule)
    {
        rule.ToTable("house_rules");
        rule.HasIndex(row => row.PublicId).IsUnique();
        rule.Property(row => row.Revision).IsConcurrencyToken();
        rule.Ignore(row => row.Text);
        rule.Ignore(row => row.Row);
    }
}

internal sealed class PersonEntryTable : IEntityTypeConfiguration<PersonEntry>
{
    public void Configure(EntityTypeBuilder<PersonEntry> person)
    {
        person.ToTable("house_people");
        person.HasIndex(row => row.Name).IsUnique();
        person.Property(row => row.Revision).IsConcurrencyToken();
        person.Ignore(row => row.Known);
    }
}

internal sealed class RuleSettingTable : IEntityTypeConfiguration<RuleSetting>
{
    public void Configure(EntityTypeBuilder<RuleSetting> setting)
    {
        setting.ToTable("copy_rule_settings");
        setting.HasKey(row => row.Rule);
    }
}

internal sealed class CopyNoteTable : IEntityTypeConfiguration<CopyNote>
{
    public void Configure(EntityTypeBuilder<CopyNote> note)
    {
        note.ToTable("copy_notes");
        note.HasIndex(row => new { row.ArticleId, row.Rule, row.Block, row.Words }).IsUnique();
        note.HasIndex(row => row.Rule);
        note.HasOne<Article>().WithMany().HasForeignKey(row => row.ArticleId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class HouseSets
{
    extension(Newspaper newspaper)
    {
        public DbSet<HouseRule> HouseRules => newspaper.Set<HouseRule>();
        public DbSet<PersonEntry> HousePeople => newspaper.Set<PersonEntry>();
        public DbSet<RuleSetting> CopyRuleSettings => newspaper.Set<RuleSetting>();
        public DbSet<CopyNote> CopyNotes => newspaper.Set<CopyNote>();

        /// <summary>House style as the desk reads it.</summary>
        public async Task<HouseStyle> HouseStyleAsync(CancellationToken stop = default) => new()
        {
            Rows = [.. (await newspaper.HouseRules.AsNoTracking().Where(row => row.Severity != Severity.Off).ToListAsync(stop)).Select(row => row.Row)],
            People = [.. (await newspaper.HousePeople.AsNoTracking().ToListAsync(stop)).Select(row => row.Known)],
            Severities = await newspaper.CopyRuleSettings.AsNoTracking().ToDictionaryAsync(row => row.Rule, row => row.Severity, stop),
        };

        /// <summary>How often each rule fired, was taken and was ignored, once a place in a story.</summary>
        public async Task<IReadOnlyDictionary<string, RuleUse>> RuleUsesAsync(CancellationToken stop = default) =>
            await newspaper.CopyNotes.GroupBy(row => row.Rule)
                .Select(group => new { group.Key, Fired = group.Count(), Taken = group.Count(row => row.TakenAt != null), Ignored = group.Count(row => row.IgnoredAt != null) })
                .ToDictionaryAsync(row => row.Key, row => new RuleUse(row.Fired, row.Taken, row.Ignored), stop);
    }
}

public sealed record RuleUse(int Fired, int Taken, int Ignored)
{
    public static RuleUse None { get; } = new(0, 0, 0);
}
