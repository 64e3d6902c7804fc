namespace Broadsheet.Web;

/// <summary>
/// A rule of the paper says no to what was asked ("under embargo until …"). The message is shown to the person
/// as it is: write it in her words, say what she can do. Features derive their own refusals from it.
/// </summary>
public class RefusalException(string message, int status = StatusCodes.Status409Conflict) : Exception(message)
{
    public int Status { get; } = status;
}
