namespace SupportCopilot.Models.Redaction.Names;

/// <summary>What the dictionaries say of a word; it may be several things.</summary>
[Flags]
internal enum Traits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A common given name.</summary>
    Given = 1 << 0,

    /// <summary>A common family name.</summary>
    Family = 1 << 1,

    /// <summary>A word of ordinary language, of support, or of a product.</summary>
    Ordinary = 1 << 2,

    /// <summary>A country, a large town, a people, a language.</summary>
    Place = 1 << 3,

    /// <summary>A word of the calendar.</summary>
    Calendar = 1 << 4,

    /// <summary>Says that what stands before it is a firm.</summary>
    Firm = 1 << 5,

    /// <summary>Mr., Dr., Frau: a name follows.</summary>
    Title = 1 << 6,

    /// <summary>Stands within names: van, de la, bin.</summary>
    Particle = 1 << 7,

    /// <summary>Says that what stands beside it is a street.</summary>
    Street = 1 << 8,

    /// <summary>A street's word that comes before its name: Rue, Via, Calle.</summary>
    StreetBefore = 1 << 9,

    /// <summary>Apt., Suite, Flat: a number follows.</summary>
    Unit = 1 << 10,

    /// <summary>What a person does in a sentence: said, asked, lives.</summary>
    Doing = 1 << 11,

    /// <summary>A name often follows: dear, hi, contact.</summary>
    Calling = 1 << 12,
}
