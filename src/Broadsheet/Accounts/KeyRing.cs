using System.Xml.Linq;
using Broadsheet.Storage;
using Broadsheet.Storage.Changes;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Accounts;

/// <summary>A key that protects antiforgery tokens and half-finished sign-ins. Rows, so that a restart or a second node keeps them.</summary>
[StaysInNewsroom]
public sealed class ProtectionKey
{
    public ProtectionKey(string name, string xml) => (Name, Xml) = (name, xml);

    private ProtectionKey() { }

    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Xml { get; private set; } = "";
}

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> key) => key.ToTable("protection_keys");
}

/// <summary>Gives data protection its keys out of the newspaper's own database (Microsoft's package for this is not among ours).</summary>
internal sealed class KeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        return [.. newspaper.Set<ProtectionKey>().AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    // The interface is synchronous. A key is made once in 90 days, on a thread of its own, so waiting here costs one
    // request once; it must not be asked for inside the write lane, which it takes itself.
    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => StoreAsync(element, friendlyName)).GetAwaiter().GetResult();

    private async Task StoreAsync(XElement element, string friendlyName)
    {
        await using var scope = scopes.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();
        newspaper.Set<ProtectionKey>().Add(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        await newspaper.SaveChangesAsync();
    }
}
