using System.Diagnostics;

namespace Broadsheet.Tests.Print;

/// <summary>Other people's programs that read a PDF: what they find in it, a reader's program will find.</summary>
internal static class PdfTools
{
    /// <summary>The text as a person would copy it, without the marks of direction that pdftotext adds.</summary>
    public static string TextOf(byte[] pdf)
    {
        var text = Run("pdftotext", pdf, file => ["-enc", "UTF-8", file, "-"]);
        return string.Concat(text.Where(letter => letter is not (>= '\u202A' and <= '\u202E')));
    }

    public static string InformationOf(byte[] pdf) => Run("pdfinfo", pdf, file => ["-isodates", file]);

    public static string StructureOf(byte[] pdf) => Run("pdfinfo", pdf, file => ["-struct-text", file]);

    public static string FontsOf(byte[] pdf) => Run("pdffonts", pdf, file => [file]);

    public static string Check(byte[] pdf) => Run("qpdf", pdf, file => ["--check", file]);

    private static string Run(string program, byte[] pdf, Func<string, string[]> arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"broadsheet-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments(file)) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0 && errors.Result == "", $"{program}: {errors.Result}{output}");
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not here: apt-get install poppler-utils qpdf.");
            throw;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
