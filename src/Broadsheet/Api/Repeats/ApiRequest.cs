using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Api.Repeats;

/// <summary>A request that made something under an Idempotency-Key, and what it was answered: whoever lost the answer asks again and gets the same.</summary>
[StaysInNewsroom]
internal sealed class ApiRequest(long by, string key, string path, byte[] hash, string location, string answer, DateTimeOffset at)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public long Id { get; private set; }

    /// <summary>The token: two wires may count from 1 alike.</summary>
    public long By { get; private set; } = by;

    public string Key { get; private set; } = key;
    public string Path { get; private set; } = path;

    /// <summary>SHA-256 of the bytes sent.</summary>
    public byte[] Hash { get; private set; } = hash;

    public string Location { get; private set; } = location;

    /// <summary>The JSON of the answer.</summary>
    public string Answer { get; private set; } = answer;

    public DateTimeOffset At { get; private set; } = at;
}

internal sealed class ApiRequestTable : IEntityTypeConfiguration<ApiRequest>
{
    public void Configure(EntityTypeBuilder<ApiRequest> request)
    {
        request.ToTable("api_requests");
        request.HasIndex(row => new { row.By, row.Key }).IsUnique();
        request.HasIndex(row => row.At);
        request.Property(row => row.Key).HasMaxLength(OnceOnly.LongestKey);
    }
}

internal static class ApiRequestSet
{
    extension(Newspaper newspaper)
    {
        public DbSet<ApiRequest> ApiRequests => newspaper.Set<ApiRequest>();
    }
}
