namespace Broadsheet.Mail;

/// <summary>A file that goes with a mail.</summary>
public sealed record Enclosure(string FileName, string ContentType, byte[] Bytes);

/// <summary>
/// Makes the files of one kind. A waiting mail holds no file but names it (<see cref="OutgoingMail.Enclosed"/>), and it is made when the mail
/// goes: rows stay small, and what is erased meanwhile is not sent. Added with <c>services.AddScoped&lt;IEnclosures, …&gt;()</c>.
/// </summary>
public interface IEnclosures
{
    /// <summary>Stands before the slash of the name.</summary>
    string Kind { get; }

    /// <returns>Null: what it would be made of is no longer there.</returns>
    Task<Enclosure?> MakeAsync(Guid id, CancellationToken stop);
}

internal static class EnclosureMaking
{
    extension(IServiceProvider services)
    {
        /// <param name="name">Kind and id: <c>receipt/0199…</c></param>
        public async Task<Enclosure> EncloseAsync(string name, CancellationToken stop)
        {
            var slash = name.IndexOf('/');
            var maker = services.GetServices<IEnclosures>().Single(one => one.Kind == name[..slash]);
            return await maker.MakeAsync(Guid.Parse(name[(slash + 1)..]), stop) ?? throw new InvalidOperationException($"{name} is no longer there.");
        }
    }
}
