using System.Collections.Immutable;
using System.Reflection;

namespace Broadsheet.Paper.Themes;

/// <summary>Where a theme's files come from: the program itself, and the paper's own folder over it.</summary>
public sealed class ThemeFolder(string? overrides)
{
    // A theme holds text, fonts and a logo. Anything larger was put there by mistake, and is read into memory.
    private const long LargestFile = 10 * 1024 * 1024;
    private const string BuiltInPrefix = "themes/broadsheet/";

    public static IReadOnlyDictionary<string, ThemeFile> BuiltIn { get; } = ReadBuiltIn();

    /// <summary>The paper's own files, by their path in the theme.</summary>
    public IReadOnlyDictionary<string, ThemeFile> ReadOverrides() => Files()
        .Where(file => file.Length <= LargestFile)
        .Select(file => new ThemeFile(PathOf(file), [.. File.ReadAllBytes(file.FullName)], IsOverride: true))
        .ToDictionary(file => file.Path);

    /// <summary>Changes whenever a file does. Watching the folder was tried by others and misses changes on
    /// network drives and in containers; a theme has a few dozen files, so asking is cheap.</summary>
    public string Stamp() => string.Join('|', Files().Select(file => $"{PathOf(file)}:{file.Length}:{file.LastWriteTimeUtc.Ticks}"));

    private IEnumerable<FileInfo> Files()
    {
        if (overrides is null || !Directory.Exists(overrides)) return [];

        return new DirectoryInfo(overrides)
            .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden })
            .OrderBy(file => file.FullName, StringComparer.Ordinal);
    }

    private string PathOf(FileInfo file) => Path.GetRelativePath(overrides!, file.FullName).Replace('\\', '/');

    private static Dictionary<string, ThemeFile> ReadBuiltIn()
    {
        var program = Assembly.GetExecutingAssembly();
        return program.GetManifestResourceNames()
            .Where(name => name.StartsWith(BuiltInPrefix, StringComparison.Ordinal))
            .Select(name => new ThemeFile(name[BuiltInPrefix.Length..], EmbeddedFile.Read(program, name), IsOverride: false))
            .ToDictionary(file => file.Path);
    }
}

internal static class EmbeddedFile
{
    internal static ImmutableArray<byte> Read(Assembly program, string name)
    {
        using var stream = program.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return [.. bytes];
    }
}
