using Broadsheet.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Broadsheet.Tests.Storage;

/// <summary>Decision 54: what EF made as code is the model that the features describe, and the migration makes its tables. If not: bin/migrations.</summary>
public sealed class CompiledModelTests
{
    [Theory, OnBoth]
    public async Task The_code_of_the_model_and_the_migration_are_up_to_date(On on)
    {
        await using var newsroom = await Newsroom.OpenAsync(on, isEmpty: true);
        await using var scope = newsroom.App.Services.CreateAsyncScope();
        var newspaper = scope.ServiceProvider.GetRequiredService<Newspaper>();

        Assert.False(newspaper.Database.HasPendingModelChanges());
        Assert.Equal("CompiledModels." + on, newspaper.Model.GetType().Namespace);
        Assert.Equal(Described(newspaper.GetService<IDesignTimeModel>().Model), Described(newspaper.Model));
    }

    private static IEnumerable<string> Described(IModel model) => model.GetEntityTypes().SelectMany(type => Described(type)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Described(IEntityType type) =>
    [
        .. type.GetProperties().Select(property => $"{type.Name} {type.GetTableName()} {property.Name} {property.GetColumnName()} {property.GetColumnType()} null={property.IsNullable} " +
            $"token={property.IsConcurrencyToken} generated={property.ValueGenerated} as={property.GetTypeMapping().Converter?.ProviderClrType.Name} most={property.GetMaxLength()}"),
        .. type.GetKeys().Select(key => $"{type.Name} key {string.Join(',', key.Properties.Select(property => property.Name))}"),
        .. type.GetForeignKeys().Select(key => $"{type.Name} to {key.PrincipalEntityType.Name} {string.Join(',', key.Properties.Select(property => property.Name))} {key.DeleteBehavior}"),
        .. type.GetIndexes().Select(index => $"{type.Name} index {string.Join(',', index.Properties.Select(property => property.Name))} unique={index.IsUnique}"),
        .. type.GetNavigations().Select(navigation => $"{type.Name} navigation {navigation.Name}"),
    ];
}
