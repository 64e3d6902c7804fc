using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Broadsheet.Storage;

/// <summary>Instants on SQLite: whole milliseconds since 1970 in UTC. Unconverted, EF can neither compare nor order them there.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
