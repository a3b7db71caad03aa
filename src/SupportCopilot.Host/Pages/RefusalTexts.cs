namespace SupportCopilot.Host.Pages;

/// <summary>The words of the refusals, by language.</summary>
internal static class RefusalTexts
{
    public static readonly IReadOnlyDictionary<string, (string Title, string Text)> ByHand = new Dictionary<string, (string, string)>
    {
        ["en"] = ("Please open it from Zendesk", "SupportCopilot knows who you are only when Zendesk opens it beside a ticket. Open a ticket there and choose SupportCopilot in the apps bar."),
        ["de"] = ("Bitte aus Zendesk öffnen", "SupportCopilot weiß nur dann, wer Sie sind, wenn Zendesk es neben einem Ticket öffnet. Öffnen Sie dort ein Ticket und wählen Sie SupportCopilot in der App-Leiste."),
        ["fr"] = ("Veuillez l’ouvrir depuis Zendesk", "SupportCopilot ne sait qui vous êtes que lorsque Zendesk l’ouvre à côté d’un ticket. Ouvrez-y un ticket et choisissez SupportCopilot dans la barre des applications."),
        ["es"] = ("Ábralo desde Zendesk", "SupportCopilot solo sabe quién es usted cuando Zendesk lo abre junto a un ticket. Abra allí un ticket y elija SupportCopilot en la barra de aplicaciones."),
        ["ja"] = ("Zendesk から開いてください", "SupportCopilot は、Zendesk がチケットの横で開いたときにだけ利用者を確認できます。Zendesk でチケットを開き、アプリバーで SupportCopilot を選んでください。"),
        ["ar"] = ("يرجى فتحه من Zendesk", "لا يعرف SupportCopilot من أنت إلا عندما يفتحه Zendesk بجانب تذكرة. افتح تذكرة هناك واختر SupportCopilot من شريط التطبيقات."),
    };

    public static readonly IReadOnlyDictionary<string, (string Title, string Text)> OpenAgain = new Dictionary<string, (string, string)>
    {
        ["en"] = ("Please open the app again", "Zendesk’s sign-in for this panel is not valid, or no longer. Close the ticket’s tab and open the ticket again. If you read this again, tell whoever looks after SupportCopilot: the health page and the log say why."),
        ["de"] = ("Bitte öffnen Sie die App noch einmal", "Die Anmeldung, die Zendesk für diese Leiste mitgegeben hat, gilt nicht oder nicht mehr. Schließen Sie den Tab des Tickets und öffnen Sie das Ticket wieder. Lesen Sie dies dann noch immer, sagen Sie es denen, die SupportCopilot betreuen: Der Grund steht auf der Zustandsseite und im Protokoll."),
        ["fr"] = ("Veuillez rouvrir l’application", "La connexion que Zendesk a donnée à ce panneau n’est pas valable, ou ne l’est plus. Fermez l’onglet du ticket et rouvrez le ticket. Si vous lisez encore ceci, dites-le aux responsables de SupportCopilot : la page d’état et le journal disent pourquoi."),
        ["es"] = ("Vuelva a abrir la aplicación", "El acceso que Zendesk dio a este panel no es válido o ya no lo es. Cierre la pestaña del ticket y ábralo otra vez. Si vuelve a leer esto, dígaselo a quien se ocupa de SupportCopilot: la página de estado y el registro dicen por qué."),
        ["ja"] = ("アプリを開き直してください", "このパネルに渡された Zendesk のサインインが無効か、期限切れです。チケットのタブを閉じて、チケットを開き直してください。それでもこの表示が出る場合は、SupportCopilot の担当者に伝えてください。理由は状態ページとログにあります。"),
        ["ar"] = ("يرجى فتح التطبيق مرة أخرى", "تسجيل الدخول الذي منحه Zendesk لهذه اللوحة غير صالح أو لم يعد صالحًا. أغلق علامة تبويب التذكرة وافتح التذكرة من جديد. إن قرأت هذا مرة أخرى فأخبر من يدير SupportCopilot: صفحة الحالة والسجل يذكران السبب."),
    };

    public static readonly IReadOnlyDictionary<string, (string Title, string Text)> NotAnAgent = new Dictionary<string, (string, string)>
    {
        ["en"] = ("This panel is for agents", "Zendesk does not count you among the agents of this desk. If that is wrong, ask your Zendesk admin, then open the app again."),
        ["de"] = ("Diese Leiste ist für Agenten", "Zendesk zählt Sie nicht zu den Agenten dieses Desks. Stimmt das nicht, fragen Sie Ihren Zendesk-Admin und öffnen Sie die App danach noch einmal."),
        ["fr"] = ("Ce panneau est réservé aux agents", "Zendesk ne vous compte pas parmi les agents de ce service. Si c’est une erreur, adressez-vous à votre administrateur Zendesk, puis rouvrez l’application."),
        ["es"] = ("Este panel es para agentes", "Zendesk no le cuenta entre los agentes de este servicio. Si es un error, pregunte a su administrador de Zendesk y vuelva a abrir la aplicación."),
        ["ja"] = ("このパネルはエージェント用です", "Zendesk ではこのヘルプデスクのエージェントとして登録されていません。誤りの場合は Zendesk の管理者に確認し、アプリを開き直してください。"),
        ["ar"] = ("هذه اللوحة للموظفين", "لا يعدّك Zendesk من موظفي هذا المكتب. إن كان ذلك خطأً فاسأل مسؤول Zendesk لديك ثم افتح التطبيق مرة أخرى."),
    };

    public static readonly IReadOnlyDictionary<string, (string Title, string Text)> DeskSilent = new Dictionary<string, (string, string)>
    {
        ["en"] = ("Zendesk did not answer", "SupportCopilot asked Zendesk who you are and got no answer in time. Open the app again in a minute."),
        ["de"] = ("Zendesk hat nicht geantwortet", "SupportCopilot hat Zendesk gefragt, wer Sie sind, und nicht rechtzeitig eine Antwort bekommen. Öffnen Sie die App in einer Minute noch einmal."),
        ["fr"] = ("Zendesk n’a pas répondu", "SupportCopilot a demandé à Zendesk qui vous êtes et n’a pas eu de réponse à temps. Rouvrez l’application dans une minute."),
        ["es"] = ("Zendesk no respondió", "SupportCopilot preguntó a Zendesk quién es usted y no obtuvo respuesta a tiempo. Vuelva a abrir la aplicación dentro de un minuto."),
        ["ja"] = ("Zendesk が応答しませんでした", "SupportCopilot は利用者の確認を Zendesk に求めましたが、時間内に応答がありませんでした。1 分後にアプリを開き直してください。"),
        ["ar"] = ("لم يُجب Zendesk", "سأل SupportCopilot منصة Zendesk عن هويتك ولم يتلقَّ جوابًا في الوقت المناسب. افتح التطبيق مرة أخرى بعد دقيقة."),
    };
}
