namespace Broadsheet.Tests;

internal static class Refusal
{
    /// <summary>Whether what is too long is answered 400, or the server hung up while it was still being sent.</summary>
    internal static async Task<bool> IsAsync(Func<Task<HttpResponseMessage>> send)
    {
        try
        {
            using var answer = await send();
            return (int)answer.StatusCode == 400;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }
}
