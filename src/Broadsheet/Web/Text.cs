using Broadsheet.Words;

namespace Broadsheet.Web;

/// <inheritdoc cref="Texts"/>
public static class Text
{
    /// <inheritdoc cref="Texts.T"/>
    public static string T(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Texts.T(key, values);

    /// <inheritdoc cref="Texts.Has"/>
    public static bool Has(string key) => Texts.Has(key);

    /// <inheritdoc cref="Texts.Under"/>
    public static IEnumerable<KeyValuePair<string, string>> Under(string prefix) => Texts.Under(prefix);
}
