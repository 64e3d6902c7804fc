namespace Broadsheet.Paper.Views;

internal static class Later
{
    /// <summary>Runs what a view put off until it was asked for.</summary>
    internal static async ValueTask<object?> Settle(object? value)
    {
        if (value is not Delegate later) return value;

        var task = (Task)later.DynamicInvoke()!;
        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task);
    }
}
