namespace SupportCopilot.Models.Redaction;

/// <summary>What stands somewhere. A placeholder is named after it, so that a model still knows what it reads.</summary>
internal enum PersonalKind
{
    /// <summary>A credential: taken out for good.</summary>
    Secret,

    /// <summary>Text that looks like a placeholder of ours: hidden behind a real one, so that nobody can write one and have it filled in.</summary>
    Text,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>A link that says something about a person.</summary>
    Url,

    /// <summary>An account number by the IBAN's checksum.</summary>
    Iban,

    /// <summary>A payment card by Luhn's checksum.</summary>
    Card,

    /// <summary>A number that a state or an insurance knows a person by.</summary>
    Id,

    /// <summary>An IP address.</summary>
    Ip,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>A day of birth.</summary>
    Birthday,

    /// <summary>A postal address or a part of one.</summary>
    Address,

    /// <summary>A person's name.</summary>
    Person,
}
