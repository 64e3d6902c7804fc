using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;

namespace Broadsheet.Paper.Views;

/// <summary>
/// What a template may see. Its public properties, in snake_case, are its members and there are no others:
/// entities never reach a template, so a column added tomorrow cannot leak into a page. A property of type
/// <c>Func&lt;Task&lt;T&gt;&gt;</c> is loaded when a template first mentions it, once a page.
/// </summary>
public abstract class View
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, Func<View, object?>>> Known = new();

    /// <summary>What this view shows, as the page store will name it ("article:17"); null when it stands for
    /// nothing that changes by itself.</summary>
    protected internal virtual string? Source => null;

    internal IReadOnlyDictionary<string, Func<View, object?>> Members => MembersOf(GetType());

    internal static IReadOnlyDictionary<string, Func<View, object?>> MembersOf(Type view) => Known.GetOrAdd(view, Compile);

    private static Dictionary<string, Func<View, object?>> Compile(Type view) => view
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .ToDictionary(property => SnakeCase(property.Name), property =>
        {
            var self = Expression.Parameter(typeof(View));
            var read = Expression.Property(Expression.Convert(self, view), property);
            return Expression.Lambda<Func<View, object?>>(Expression.Convert(read, typeof(object)), self).Compile();
        });

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
