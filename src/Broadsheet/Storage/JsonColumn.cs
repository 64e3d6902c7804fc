using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Broadsheet.Storage;

public static class JsonColumn
{
    /// <summary>
    /// Stores a value as JSON text. Meant for values replaced as a whole (records, arrays): a change inside one
    /// is found by comparing its JSON, never by tracking its parts.
    /// </summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Json.Compact),
            text => JsonSerializer.Deserialize<T>(text, Json.Compact)!,
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, Json.Compact) == JsonSerializer.Serialize(right, Json.Compact),
                value => JsonSerializer.Serialize(value, Json.Compact).GetHashCode(StringComparison.Ordinal),
                value => value));
}
