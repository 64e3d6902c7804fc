using Broadsheet.Accounts;
using Microsoft.AspNetCore.Components;

namespace Broadsheet.Articles;

/// <summary>Where on a story's page a panel stands: in its state at the top, first among its details, or among the rarer acts.</summary>
public enum StoryPanelPlace { State, Details, More }

/// <summary>
/// A piece of a story's page that another feature brings. Articles draws it and knows none of them. It is loaded before the page is
/// drawn, one panel after another: components that asked the database while they are drawn would ask it at once.
/// </summary>
public interface IStoryPanel
{
    StoryPanelPlace Place { get; }

    /// <summary>Lowest first.</summary>
    int Position { get; }

    /// <param name="act">An act that was just refused: a form of this panel shows again what was typed into it.</param>
    /// <returns>Null: nothing to show to this person.</returns>
    Task<RenderFragment?> LoadAsync(Article article, Staff staff, RefusedAct? act, CancellationToken stop);
}

/// <summary>Every feature's panels of one story.</summary>
public sealed class StoryPanels(IEnumerable<IStoryPanel> panels)
{
    internal async Task<ILookup<StoryPanelPlace, RenderFragment>> LoadAsync(Article article, Staff staff, RefusedAct? act, CancellationToken stop)
    {
        var loaded = new List<(StoryPanelPlace Place, RenderFragment Content)>();
        foreach (var panel in panels.OrderBy(one => one.Position))
            if (await panel.LoadAsync(article, staff, act, stop) is { } content) loaded.Add((panel.Place, content));
        return loaded.ToLookup(panel => panel.Place, panel => panel.Content);
    }

    /// <summary>A component that is a function of one model, as a panel.</summary>
    public static RenderFragment Of<TComponent, TModel>(TModel model) where TComponent : IComponent => builder =>
    {
        builder.OpenComponent<TComponent>(0);
        builder.AddComponentParameter(1, "Model", model);
        builder.CloseComponent();
    };
}
