using System.Text;
using System.Text.RegularExpressions;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>
/// What help desks call their columns: Zendesk, Freshdesk, Jira, ServiceNow, Intercom, HubSpot and people's own exports, in
/// English, German, French and Spanish. Names are compared without case, accents, spaces and signs. Of two columns for one
/// field that takes one, the earlier name in its list wins.
/// </summary>
internal static partial class ColumnNames
{
    private static readonly Dictionary<TicketFieldName, string> Lists = new()
    {
        [TicketFieldName.Id] = "issuekey ticketid ticketnumber ticketno ticketnr caseid casenumber incidentnumber incidentid number key id requestid conversationid issueid externalid ticket case nummer ticketnummer vorgangsnummer vorgangsid fallnummer numero numeroticket idticket reference",
        [TicketFieldName.Revision] = "sysmodcount revision version modcount",
        [TicketFieldName.Subject] = "subject summary title shortdescription ticketsubject headline betreff titel zusammenfassung kurzbeschreibung objet sujet titre asunto titulo oggetto onderwerp ticketname",
        [TicketFieldName.Description] = "description body descriptiontext bodyhtml htmlbody bodytext text message content details problem problemdescription ticketdescription initialmessage question instruction comment0 beschreibung nachricht inhalt anfrage problembeschreibung texte contenu descripcion mensaje descrizione",
        [TicketFieldName.Comments] = "comment comments messages conversation conversations thread replies posts kommentar kommentare nachrichten verlauf commentaires comentarios additionalcomments",
        [TicketFieldName.Notes] = "worknotes internalnotes internalnote notes privatenotes internenotiz internenotizen notizen bemerkung",
        [TicketFieldName.Reply] = "answer reply response agentresponse agentreply firstresponsetext closenotes resolutionnotes resolutiontext resolution losung antwort reponse respuesta",
        [TicketFieldName.Status] = "status ticketstatus state incidentstate issuestatus statusname casestatus zustand bearbeitungsstatus statut etat estado stato",
        [TicketFieldName.Type] = "tickettype issuetype requesttype casetype type typ ticketart vorgangsart art tipo issuetypename",
        [TicketFieldName.Channel] = "channel via viachannel contacttype source ticketchannel contactmethod origin caseorigin quelle kanal eingangskanal herkunft canal",
        [TicketFieldName.Product] = "product productname productpurchased productid businessservice cmdbci produkt produktname artikel produit producto service",
        [TicketFieldName.Brand] = "brand brandname brandid marke marque marca shop",
        [TicketFieldName.Requester] = "requester requestername customer customername reporter requesterfullname fullname contactname contact clientname client callerid caller openedby submitter submittername user username customerid requesterid kunde kundenname anfragender anfragesteller melder ersteller erstellervorgang demandeur cliente solicitante creator from associatedcontact",
        [TicketFieldName.RequesterEmail] = "requesteremail customeremail email emailaddress contactemail useremail reporteremail mail fromemail clientemail emailadresse kundenemail mailadresse courriel correo correoelectronico",
        [TicketFieldName.Assignee] = "assignee assigneename assignedto agent agentname agentassigned assignedagent owner assignedtouser responder respondername assigneeid responderid bearbeiter zugewiesenan zustandig verantwortlich mitarbeiter assignea asignadoa agente handledby ownername teammatecurrentlyassigned assignedteammate",
        [TicketFieldName.AssigneeEmail] = "assigneeemail agentemail owneremail",
        [TicketFieldName.Author] = "author authorname sender sendername autor absender verfasser",
        [TicketFieldName.Group] = "group groupname assignmentgroup assignedgroup team teamname queue department groupid gruppe abteilung warteschlange groupe equipe grupo equipo teamcurrentlyassigned",
        [TicketFieldName.Organization] = "organization organisation organizationname company companyname account accountname requesterorganization firma unternehmen kundenfirma societe empresa organizationid associatedcompany primarycompany",
        [TicketFieldName.Priority] = "priority ticketpriority priorityname prio severity prioritat dringlichkeitsstufe priorite prioridad priorita",
        [TicketFieldName.Urgency] = "urgency dringlichkeit urgence urgencia",
        [TicketFieldName.Category] = "category ticketcategory categoryname issuecategory topic kategorie thema categorie categoria intent",
        [TicketFieldName.Subcategory] = "subcategory subcategory1 subcategoryname subtopic unterkategorie souscategorie subcategoria",
        [TicketFieldName.RootCause] = "rootcause ursache grundursache",
        [TicketFieldName.Sentiment] = "sentiment customersentiment stimmung",
        [TicketFieldName.Emotion] = "emotion customeremotion",
        [TicketFieldName.Language] = "language lang locale ticketlanguage sprache langue idioma",
        [TicketFieldName.CreatedAt] = "createdat created createddate createdtime creationdate datecreated createdon createdutc openedat openedon opened opendate ticketcreated requestedat date datetime timestamp syscreatedat syscreatedon submittedat receivedat reportedat createddatetime erstelltam erstellt erstellungsdatum erstelldatum angelegtam eroffnetam eingang eingangsdatum datum creele datedecreation cree fechadecreacion fechacreacion creado createdate dateopened startedat conversationstartedat",
        [TicketFieldName.UpdatedAt] = "updatedat updated updateddate updatedtime updatedon lastupdated lastupdatedat lastupdate modifiedat modified lastmodified sysupdatedat sysupdatedon lastmodifieddate geandertam aktualisiertam aktualisiert geandert letzteanderung modifiele miseajour actualizado fechadeactualizacion lastupdatetime lastmodifiedtime",
        [TicketFieldName.FirstReplyAt] = "firstreplyat firstresponseat firstrespondedat firstreplydate firstresponsedate initiallyrespondedat firstreply ersteantwortam erstantwortam statsfirstrespondedat",
        [TicketFieldName.SolvedAt] = "solvedat solved resolvedat resolved resolveddate resolvedtime resolutiondate solveddate resolvedon closedat closed closeddate closedon closeddatetime statsresolvedat statsclosedat gelostam gelost losungsdatum geschlossenam abgeschlossenam erledigtam resolule clotureele fechaderesolucion resuelto cerrado closedtime closedate dateclosed dateresolved datesolved datecompleted resolvetime",
        [TicketFieldName.DueAt] = "dueat duedate due dueby dueon duebydate deadline falligbis falligam fallig falligkeitsdatum echeance fechalimite vencimiento duebytime",
        [TicketFieldName.FirstReplyMinutes] = "firstreplyminutes firstreplytime firstresponsetime firstreplytimeinminutes firstresponseminutes responsetime firstreplytimehours firstresponsetimehours responsetimehours responsetimehrs firstresponsetimeinhrs initialresponsetime reaktionszeit antwortzeit erstantwortzeit firstresponse timetofirstreply timetofirstresponse timetorespond responseminutes answertime",
        [TicketFieldName.ResolutionMinutes] = "resolutionminutes resolutiontime fullresolutiontime fullresolutiontimeinminutes resolutiontimehours resolutiontimehrs resolutiontimeinhrs timetoresolution timetoresolve resolutionhours handletime losungszeit bearbeitungszeit durchlaufzeit timetoclose timetosolve daystoresolve hourstoresolve minutestoresolve daystoclose solvetime",
        [TicketFieldName.Reopens] = "reopens reopencount reopened reopenedcount wiedereroffnet wiedereroffnungen timesreopened numberofreopens",
        [TicketFieldName.Replies] = "replycount agentreplies numberofreplies agentinteractions publicreplies outboundcount antworten noofreplies numberofrepliestoclose",
        [TicketFieldName.SlaMet] = "slamet madesla slastatus resolutionstatus sla withinsla slaerfullt slaeingehalten slatargetstatus slametyesno",
        [TicketFieldName.Csat] = "csat satisfactionscore satisfaction satisfactionrating satisfactionratingscore customersatisfaction customersatisfactionrating csatscore csatrating rating surveyresult surveyresults bewertung zufriedenheit kundenzufriedenheit",
        [TicketFieldName.Tags] = "tags tag labels label components component ticketlabels currenttags schlagworte schlagworter stichworte etikett etiquettes etiquetas",
    };

    // Written out because string.Normalize does nothing beyond ASCII under InvariantGlobalization.
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿčďěňřšťůžąćęłńśźżőű";
    private const string Unaccented = "aaaaaaceeeeiiiinoooooouuuuyycdenrstuzacelnszzou";

    private static readonly Dictionary<string, (TicketFieldName Field, int Rank)> ByName = Index();

    /// <summary>The field a column's name speaks of, and how far down its list (0 is surest); null when none.</summary>
    public static (TicketFieldName Field, int Rank)? Find(string header)
    {
        foreach (var name in Spellings(header))
        {
            if (ByName.TryGetValue(name, out var found)) return found;
        }

        return null;
    }

    /// <summary>A name without case, accents, spaces and signs.</summary>
    public static string Plain(string header)
    {
        var plain = new StringBuilder(header.Length);
        foreach (var c in header)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            var letter = char.ToLowerInvariant(c);
            if (letter == 'ß') plain.Append("ss");
            else plain.Append(Accented.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Unaccented[at] : letter);
        }

        return plain.ToString();
    }

    /// <summary>The name itself; without its unit; what Jira puts in brackets; without the wrapping of an API's answer; and without saying of what it is, as Zendesk's reports do («Ticket solved - Timestamp»).</summary>
    private static IEnumerable<string> Spellings(string header)
    {
        yield return Plain(header);
        if (JiraCustom().Match(header) is { Success: true } custom) yield return Plain(custom.Groups[1].Value);
        yield return Plain(Unit().Replace(header, ""));
        if (Wrapping().Match(header) is { Success: true } wrapped) yield return Plain(header[wrapped.Length..]);
        var plainer = Manner().Replace(Unit().Replace(header, ""), "");
        if (plainer.Length < header.Length) yield return Plain(plainer);
        if (OfWhat().Match(plainer) is { Success: true } said) yield return Plain(plainer[said.Length..]);
    }

    private static Dictionary<string, (TicketFieldName Field, int Rank)> Index()
    {
        var index = new Dictionary<string, (TicketFieldName Field, int Rank)>();
        foreach (var (field, names) in Lists)
        {
            var rank = 0;
            foreach (var name in names.Split(' ')) index.TryAdd(name, (field, rank++));
        }

        return index;
    }

    [GeneratedRegex(@"^Custom field \((.+)\)$", RegexOptions.IgnoreCase)]
    private static partial Regex JiraCustom();

    [GeneratedRegex(@"\s*[\(\[][^)\]]*[\)\]]\s*$")]
    private static partial Regex Unit();

    [GeneratedRegex(@"\s+-\s+(timestamp|date|date & time|(business|calendar) hours)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Manner();

    [GeneratedRegex(@"^(ticket|case|incident|conversation)[ _]", RegexOptions.IgnoreCase)]
    private static partial Regex OfWhat();

    [GeneratedRegex(@"^(fields|ticket|issue|data|attributes|custom_fields)\.", RegexOptions.IgnoreCase)]
    private static partial Regex Wrapping();
}
