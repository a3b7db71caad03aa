using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Access;

/// <summary>Keeps the key ring where all servers find it. The framework asks at a start and once a day, and not asynchronously.</summary>
internal sealed class KeysInDatabase(IServiceScopeFactory scopes) : IXmlRepository
{
    private const int MostTries = 5;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. Database(scope).KeyRing.AsNoTracking().OrderBy(entry => entry.Number).Select(entry => entry.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        for (var tried = 1; ; tried++)
        {
            var (number, stored) = TryStore(element, friendlyName);
            if (stored) return;
            // Another server made the very first key a moment before: that one serves both. Two would mean that each server
            // could for a day not open what the other had closed.
            if (number == 1) return;
            if (tried == MostTries) throw new InvalidOperationException("The key ring could not be written.");
        }
    }

    private (int Number, bool Stored) TryStore(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = Database(scope);
        var number = (db.KeyRing.Max(entry => (int?)entry.Number) ?? 0) + 1;
        db.KeyRing.Add(new() { Number = number, Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        try
        {
            db.SaveChanges();
            return (number, true);
        }
        catch (DbUpdateException) when (IsTaken(number))
        {
            return (number, false);
        }
    }

    private bool IsTaken(int number)
    {
        using var scope = scopes.CreateScope();
        return Database(scope).KeyRing.Any(entry => entry.Number == number);
    }

    private static SupportDbContext Database(IServiceScope scope) => scope.ServiceProvider.GetRequiredService<SupportDbContext>();
}
