namespace Broadsheet.Tests;

internal static class TestFolder
{
    /// <summary>Removes a program's folder. A page or a picture that is on its way to the disk as the program ends may come into it while it is emptied.</summary>
    public static async Task RemoveAsync(string folder)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (tries < 20)
            {
                await Task.Delay(50);
            }
        }
    }
}
