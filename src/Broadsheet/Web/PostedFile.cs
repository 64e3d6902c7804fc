using System.Text;

namespace Broadsheet.Web;

public static class PostedFile
{
    extension(IFormFile file)
    {
        /// <summary>The whole file as text: UTF-8, or what its byte order mark says.</summary>
        public async Task<string> ReadTextAsync(CancellationToken stop)
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            return await reader.ReadToEndAsync(stop);
        }
    }
}
