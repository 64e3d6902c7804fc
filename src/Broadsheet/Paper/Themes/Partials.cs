// Fluid calls its template cache experimental. We pin Fluid exactly, and tests draw through it.
#pragma warning disable FLUID001
using System.Diagnostics.CodeAnalysis;
using Fluid;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Broadsheet.Paper.Themes;

/// <summary>Hands Fluid the theme's templates for {% render %} and {% include %}, parsed once with the theme.</summary>
internal sealed class Partials(Theme theme) : IFileProvider, ITemplateCache
{
    public bool TryGetTemplate(string subpath, DateTimeOffset lastModified, [NotNullWhen(true)] out IFluidTemplate? template)
    {
        template = theme.Find(NameOf(subpath));
        return template is not null;
    }

    public void SetTemplate(string subpath, DateTimeOffset lastModified, IFluidTemplate template) { }

    public IFileInfo GetFileInfo(string subpath) =>
        theme.Find(NameOf(subpath)) is { } found ? new PartialFile(found) : throw new UnknownNameException(NameOf(subpath), $"There is no template called '{NameOf(subpath)}'.");

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private static string NameOf(string subpath) => subpath.EndsWith(".liquid", StringComparison.Ordinal) ? subpath[..^".liquid".Length] : subpath;

    private sealed class PartialFile(ParsedTemplate template) : IFileInfo
    {
        public bool Exists => true;
        public long Length => template.File.Bytes.Length;
        public string? PhysicalPath => null;
        public string Name => template.Name;
        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;
        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream([.. template.File.Bytes], writable: false);
    }
}
