namespace SupportCopilot.Models.Redaction.Names;

/// <summary>Words of tickets, products and firms that are written with a capital and are nobody's name.</summary>
internal static class WordsOfSupport
{
    public const string All = """
        access account accounts activation admin administrator agent alert android api app application approval assistant attachment authentication authorization automation autopay availability azure backup balance battery beta billing bluetooth bot browser bug business button cache calendar campaign cancellation
        cart category certificate chat checkout chrome client code command complaint configuration confirmation connection connector console cookie coupon crash customer customers dashboard database deadline default delivery deployment desktop device dialog dispatch discount display docs documentation domain download driver duplicate
        edition employee enterprise environment escalation event excel expired export extension feedback fax filter firefox firmware folder forum gateway gmail guarantee hardware hosting icon id import inbox incident inquiry installation integration interface internet invoice invoices ios ipad iphone issue kernel keyboard kit knowledge laptop layout ledger license linux login logout mac mailbox
        maintenance manual merchant metric microsoft migration mobile module monitor mount notification offline onboarding order orders outage outlook output package panel partner password patch payment pdf permission pin plan platform plugin policy portal power powerpoint premium priority privacy pro profile prompt protection provider proxy purchase quantity queue quota
        receipt reference refund register registration reminder renewal replacement reset restart return router safari sandbox scanner schedule screenshot script sender serial server service session shipment shipping signature slack software spam specification sponsor spreadsheet sql ssl standard status storage subject subscription summary support surface survey sync tablet tag team teams template tenant
        terms testing theme ticket timeline token tool tracking trial troubleshooting tutorial unsubscribe update upgrade upload url usb username vendor verification version video virus voucher vpn warehouse warning warranty web webhook website widget wifi windows word workflow workspace xbox zendesk zip zoom
        amazon apple google facebook twitter instagram linkedin youtube whatsapp paypal netflix spotify samsung sony nokia intel nvidia oracle adobe github jira salesforce shopify stripe uber visa mastercard maestro amex metallica batman superman tesla toyota honda bmw audi nike adidas ikea disney
        address addresses phone mobile desk fax e-mail email mail website date name title personal info subject from to cc bcc sent received content attn re fw fwd note ps sincerely regards cheers greetings yours faithfully respectfully best kind warm thanks
        developer engineer manager director officer president secretary specialist consultant analyst designer technician accountant lawyer teacher nurse driver cleaner worker operator supervisor coordinator assistant clerk cinematographer packager representative executive founder ceo cto cfo
        """;
}
