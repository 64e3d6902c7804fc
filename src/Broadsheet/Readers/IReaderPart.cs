using Broadsheet.Editions;
using Broadsheet.Paper.Views;

namespace Broadsheet.Readers;

/// <summary>
/// What another feature keeps of a reader: newsletters, gifts, a membership. Each shows its part on her page, hands it over when she wants
/// all that the paper knows, and lets go of it when she leaves. Added with <c>services.AddScoped&lt;IReaderPart, …&gt;()</c>.
/// </summary>
public interface IReaderPart
{
    /// <summary>What the theme and the export call it, in snake_case.</summary>
    string Name { get; }

    /// <summary>Null: there is nothing to show.</summary>
    Task<View?> ShowAsync(Reader reader, Edition edition, CancellationToken stop);

    /// <summary>What is written as JSON; null: nothing is known.</summary>
    Task<object?> ExportAsync(Reader reader, CancellationToken stop);

    /// <summary>Does what must be done outside the paper before she goes, such as ending what others would charge her for. When it throws, nothing is removed.</summary>
    Task LetGoAsync(Reader reader, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Removes it, but for what the law obliges the paper to keep. Runs in the transaction that removes the reader, before she is.</summary>
    Task EraseAsync(Reader reader, CancellationToken stop);
}
