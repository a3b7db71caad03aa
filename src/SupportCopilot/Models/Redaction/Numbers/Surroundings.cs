using System.Collections.Frozen;

namespace SupportCopilot.Models.Redaction.Numbers;

/// <summary>Reads the words before a number: the nearest one that says something decides.</summary>
internal static class Surroundings
{
    private const int Characters = 60, MostWords = 7;

    private static readonly FrozenDictionary<string, Sense> Words = Of(
        (Sense.Phone, "phone phones telephone tel telefon telefono teléfono téléphone telefone telephon tél fon fone ph cell cellphone cellular mobile mobil móvil mobiel celular celulare handy " +
            "call calls called calling caller dial ring text sms whatsapp fax telefax hotline landline desk office home messages message messaging contact reach reached answering callback voicemail " +
            "registered rufnummer handynummer telefonnummer anrufen rufen appeler appelez llamar llame ligar chiama bellen puhelin tlf telefonu फोन मोबाइल телефон тел"),
        (Sense.Card, "card cards cc visa mastercard maestro amex express discover diners credit debit karte kreditkarte carte tarjeta carta cartão kaart"),
        (Sense.Account, "account accounts acct konto kontonummer compte cuenta conta conto iban bic swift rekening"),
        (Sense.Thing, "order orders ordered invoice invoices ticket tickets case cases ref reference tracking shipment parcel package serial sku part item items product version model build release firmware bill receipt " +
            "booking reservation confirmation transaction id ids code error bestellung bestellnummer rechnung rechnungsnummer auftrag auftragsnummer sendungsnummer seriennummer commande facture pedido factura encomenda ordine fattura " +
            "quantity qty usd eur gbp formula omb article policy contract member po rma imei ssn zip postcode plz"),
        (Sense.Birth, "born birth birthday birthdate dob geboren geburtsdatum geburtstag naissance nacimiento nascimento nascita geboortedatum"));

    private static readonly FrozenDictionary<string, Sense>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Unspaced = ["电话", "電話", "手机", "手機", "号码", "拨打", "携帯", "番号", "전화", "โทร"];

    public static Sense Before(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - Characters), Math.Min(Characters, at));
        for (var (end, seen) = (before.Length, 0); seen < MostWords; seen++)
        {
            while (end > 0 && !char.IsLetter(before[end - 1]))
            {
                if (before[end - 1] is '!' or '?' || (before[end - 1] == '.' && end >= 2 && char.IsLetter(before[end - 2]) && end < before.Length && seen > 0 && WordLength(before, end - 1) > 3)) return Sense.Unsaid;
                end--;
            }
            if (end == 0) return Sense.Unsaid;
            var start = end - WordLength(before, end);
            var word = before[start..end];
            if (Lookup.TryGetValue(word, out var sense)) return sense;
            foreach (var part in Unspaced)
                if (word.Contains(part, StringComparison.Ordinal)) return Sense.Phone;
            end = start;
        }
        return Sense.Unsaid;
    }

    private static int WordLength(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && (char.IsLetter(text[start - 1]) || char.GetUnicodeCategory(text[start - 1]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)) start--;
        return end - start;
    }

    private static FrozenDictionary<string, Sense> Of(params (Sense Sense, string Words)[] senses) =>
        senses.SelectMany(sense => sense.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, sense.Sense)))
            .DistinctBy(pair => pair.word, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(pair => pair.word, pair => pair.Sense, StringComparer.OrdinalIgnoreCase);
}
