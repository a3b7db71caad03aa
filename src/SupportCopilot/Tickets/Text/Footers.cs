using System.Text.RegularExpressions;

namespace SupportCopilot.Tickets.Text;

/// <summary>Cuts what devices, mail scanners and legal departments add below a message.</summary>
internal static partial class Footers
{
    public static List<string> Cut(List<string> lines)
    {
        var kept = new List<string>(lines.Count);
        var inNotice = false;
        foreach (var line in lines)
        {
            // A legal notice runs to the end of its paragraph.
            if (inNotice && line.Length > 0) continue;
            inNotice = LegalNotice().IsMatch(line);
            if (!inNotice && !Device().IsMatch(line)) kept.Add(line);
        }

        return kept;
    }

    [GeneratedRegex(@"^\s*(sent (from|via|with) (my |the )?[\w\s'’.,-]{2,60}|get outlook for \w+.{0,60}|von meinem .{2,40} (gesendet|geschickt)|gesendet (mit|von) .{2,60}|envoyé (de|depuis) mon .{2,40}|enviado (desde|do|de) (mi|meu) .{2,40}|inviato da(l mio)? .{2,40}|verstuurd vanaf mijn .{2,40}|this (e-?mail|message) (has been|was) (scanned|checked).{0,160}|virus-?free\.?.{0,60}|.{0,12}please consider the environment before printing.{0,60})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();

    [GeneratedRegex(@"^\W{0,4}((legal )?(disclaimer|confidentiality notice|vertraulichkeitshinweis|avis de confidentialité|aviso (legal|de confidencialidad))\b|(this|the information (contained )?in this) (e-?mail|message|communication).{0,120}(confidential|privileged|intended (solely|only))|diese e-?mail (enthält|kann).{0,80}vertraulich|ce (message|courriel|mail).{0,80}confidentiel|este (mensaje|correo).{0,80}confidencial|if you (are not the intended recipient|have received this (e-?mail|message) in error))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LegalNotice();
}
