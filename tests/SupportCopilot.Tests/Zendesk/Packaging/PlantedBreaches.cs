using System.Text;
using System.Text.Json.Nodes;
using SupportCopilot.Zendesk.Packaging;

namespace SupportCopilot.Tests.Zendesk.Packaging;

/// <summary>The package of the settings, with one breach planted into it at a time. Each is refused, alone, in words that say what to do.</summary>
public sealed class PlantedBreaches
{
    private static readonly Dictionary<string, (Action<Files> Plant, string Says)> All = new()
    {
        ["no manifest"] = (f => f.Remove("manifest.json"), "manifest.json is missing: put it into the root"),
        ["a manifest in a folder"] = (f => f["app/manifest.json"] = f.Take("manifest.json"), "lies in app/manifest.json: put it"),
        ["no JSON"] = (f => f.Write("manifest.json", "{\"author\": "), "manifest.json is no JSON"),
        ["a name twice"] = (f => f.Write("manifest.json", f.Text("manifest.json").Replace("\"private\": true", "\"private\": true, \"private\": false", StringComparison.Ordinal)), "has a name twice"),
        ["no author"] = (f => f.Manifest(m => m.Remove("author")), "no \"author\": add it"),
        ["an author without an address"] = (f => f.Manifest(m => m["author"]!.AsObject().Remove("email")), "\"author\" has no \"email\""),
        ["an author's plain address"] = (f => f.Manifest(m => m["author"]!["url"] = "http://acme.example"), "\"author.url\" is an address that begins with https"),
        ["no default locale"] = (f => f.Manifest(m => m.Remove("defaultLocale")), "no \"defaultLocale\""),
        ["a locale that is none"] = (f => f.Manifest(m => m["defaultLocale"] = "English"), "\"English\" is no locale"),
        ["a locale without its words"] = (f => f.Manifest(m => m["defaultLocale"] = "it"), "translations/it.json is missing"),
        ["no framework version"] = (f => f.Manifest(m => m.Remove("frameworkVersion")), "no \"frameworkVersion\""),
        ["an old framework"] = (f => f.Manifest(m => m["frameworkVersion"] = "1.0"), "apps run on \"2.0\""),
        ["a number for a text"] = (f => f.Manifest(m => m["version"] = 1), "\"version\" is a text"),
        ["a text for a boolean"] = (f => f.Manifest(m => m["private"] = "yes"), "\"private\" is written true or false"),
        ["addresses that are not signed"] = (f => f.Manifest(m => m["signedUrls"] = false), "set \"signedUrls\" to true"),
        ["no location"] = (f => f.Manifest(m => m.Remove("location")), "no \"location\": add it"),
        ["an empty location"] = (f => f.Manifest(m => m["location"] = new JsonObject()), "\"location\" names a product and a place"),
        ["another product"] = (f => f.Manifest(m => m["location"]!["guide"] = new JsonObject()), "no product \"guide\"; use support, chat, sell"),
        ["a product without a place"] = (f => f.Manifest(m => m["location"]!["support"] = new JsonObject()), "names no place in support"),
        ["another place"] = (f => f.Place("footer", "https://acme.example"), "support has no place \"footer\""),
        ["a place without a page"] = (f => f.Place("modal", ""), "modal has no \"url\""),
        ["a plain address"] = (f => f.Place("modal", "http://acme.example/page"), "must begin with https://"),
        ["a file that is not there"] = (f => f.Place("modal", "assets/iframe.html"), "be a file of the package under assets/"),
        ["a file outside assets"] = (f => f.Place("modal", "manifest.json"), "be a file of the package under assets/"),
        ["a flexible text"] = (f => f.Manifest(m => m["location"]!["support"]!["ticket_sidebar"]!["flexible"] = "true"), "\"flexible\" of ticket_sidebar is written true or false"),
        ["an editor without its icon"] = (f => f.Place("ticket_editor", "https://acme.example"), "assets/icon_ticket_editor.svg is missing"),
        ["a bar without its icon"] = (f => f.Place("top_bar", "https://acme.example"), "assets/icon_top_bar.svg is missing"),
        ["an editor too high"] = (f => { f.Write("assets/icon_ticket_editor.svg", "<svg/>"); f.Place("ticket_editor", "https://acme.example"); f.Manifest(m => m["location"]!["support"]!["ticket_editor"]!["size"] = new JsonObject { ["height"] = 400 }); }, "400 px high; choose 100 to 320"),
        ["a parameter called name"] = (f => f.Parameter("name"), "no parameter may be called \"name\""),
        ["two parameters of one name"] = (f => { f.Parameter("region"); f.Parameter("region"); }, "two parameters are called \"region\""),
        ["a type that is none"] = (f => f.Parameter("region", p => p["type"] = "list"), "\"list\" is no type"),
        ["a required text"] = (f => f.Parameter("region", p => p["required"] = "true"), "\"required\" of the parameter \"region\" is written true or false"),
        ["hidden and required"] = (f => f.Parameter("region", p => { p["type"] = "hidden"; p["required"] = true; }), "hidden and required"),
        ["a hidden default"] = (f => f.Parameter("region", p => { p["type"] = "hidden"; p["default"] = "eu"; }), "hidden and has a \"default\""),
        ["a secure default"] = (f => f.Parameter("region", p => { p["secure"] = true; p["scopes"] = new JsonArray("header"); p["default"] = "eu"; }), "secure and has a \"default\""),
        ["secure without scopes"] = (f => f.Parameter("region", p => p["secure"] = true), "has no \"scopes\""),
        ["a scope that is none"] = (f => f.Parameter("region", p => { p["secure"] = true; p["scopes"] = new JsonArray("cookie"); }), "\"cookie\" is no scope"),
        ["scopes of what is not secure"] = (f => f.Parameter("region", p => p["scopes"] = new JsonArray("header")), "which only a secure one can have"),
        ["a key for every browser"] = (f => f.Parameter("backend_key"), "sounds like a secret"),
        ["secure OAuth"] = (f => f.Parameter("region", p => { p["type"] = "oauth"; p["secure"] = true; p["scopes"] = new JsonArray("header"); }), "of type oauth, which cannot be secure"),
        ["a parameter without a label"] = (f => f.Parameter("region", isLabelled: false), "no label for the parameter \"region\""),
        ["parameters that are no list"] = (f => f.Manifest(m => m["parameters"] = new JsonObject()), "\"parameters\" is a list"),
        ["no English words"] = (f => { f.Remove("translations/en.json"); f.Manifest(m => m["defaultLocale"] = "de"); }, "translations/en.json is missing"),
        ["no name in a language"] = (f => f.Translation("de", t => t["app"]!.AsObject().Remove("name")), "translations/de.json has no \"app.name\""),
        ["a public app without its words"] = (f => { f.Translation("en", t => t["app"]!.AsObject().Remove("long_description")); f.Manifest(m => m["private"] = false); }, "no \"app.long_description\", which a public app needs"),
        ["a language that is none"] = (f => f.Write("translations/German.json", """{"app": {"name": "Copilot"} }"""), "\"German\" is no locale"),
        ["no logo"] = (f => f.Remove("assets/logo.png"), "assets/logo.png is missing: add it, 320 × 320"),
        ["no small logo"] = (f => f.Remove("assets/logo-small.png"), "assets/logo-small.png is missing: add it, 128 × 128"),
        ["a logo of another size"] = (f => f["assets/logo.png"] = f.Bytes("assets/logo-small.png"), "128 × 128 px: make it 320 × 320"),
        ["a logo that is no PNG"] = (f => f.Write("assets/logo.png", "GIF89a"), "assets/logo.png is no PNG"),
        ["an archive"] = (f => f.Write("assets/more.zip", "x"), "more.zip is an archive or a document"),
        ["a PDF"] = (f => f.Write("assets/manual.pdf", "x"), "manual.pdf is an archive or a document"),
        ["a document"] = (f => f.Write("assets/manual.docx", "x"), "manual.docx is an archive or a document"),
        ["an archive by another name"] = (f => f.Write("assets/picture.png", "PK\u0003\u0004"), "picture.png is an archive or a document"),
        ["a way out of the package"] = (f => f.Write("../evil.txt", "x"), "leads out of the package"),
        ["a picture with a script"] = (f => f.Write("assets/icon.svg", "<svg onload='x()'></svg>"), "icon.svg holds a script"),
        ["a password"] = (f => f.Write("assets/app.js", "const password = 'x';"), "holds the word \"password\""),
        ["a token"] = (f => f.Write("assets/page.html", "<script>accessToken: 'x'</script>"), "holds the word \"accessToken\""),
        ["a private key"] = (f => f.Write("assets/app.js", "-----BEGIN RSA PRIVATE KEY-----"), "holds a private key"),
        ["what an app cannot bring"] = (f => f.Requirements(r => r["groups"] = new JsonObject()), "an app cannot bring \"groups\""),
        ["empty requirements"] = (f => f.Write("requirements.json", "{}"), "fill it, or leave it out"),
        ["a trigger without a title"] = (f => f.Trigger(t => t.Remove("title")), "copilot_ticket_came (triggers) has no \"title\""),
        ["a trigger without conditions"] = (f => f.Trigger(t => t.Remove("conditions")), "has no \"conditions\""),
        ["a trigger without actions"] = (f => f.Trigger(t => t["actions"] = new JsonArray()), "has no \"actions\""),
        ["a trigger that calls nobody"] = (f => f.Trigger(t => t["actions"]![0]!["value"]![0] = "others"), "calls \"others\", which is none of the webhooks"),
        ["a trigger without a body"] = (f => f.Trigger(t => t["actions"]![0]!["value"] = "copilot_tickets"), "a list of its identifier and the body"),
        ["a body that is no JSON"] = (f => f.Trigger(t => t["actions"]![0]!["value"]![1] = "ticket={{ticket.id}}"), "is no JSON: put it right"),
        ["a webhook without a method"] = (f => f.Webhook(w => w.Remove("http_method")), "has no \"http_method\""),
        ["a webhook to a plain address"] = (f => f.Webhook(w => w["endpoint"] = "http://acme.example"), "which must begin with https://"),
        ["a webhook of both kinds"] = (f => f.Webhook(w => w["subscriptions"] = new JsonArray("conditional_ticket_events", "zen:event-type:ticket.created")), "one of these alone: make two of it"),
        ["a webhook that no trigger can call"] = (f => f.Webhook(w => w["subscriptions"] = new JsonArray("zen:event-type:ticket.created")), "which no trigger can call"),
        ["a webhook with what it is signed by"] = (f => f.Webhook(w => w["signing_secret"] = new JsonObject { ["algorithm"] = "SHA256" }), "leave it to Zendesk to make one"),
        ["a placeholder left"] = (f => f.Webhook(w => w["endpoint"] = "https://{{PUBLIC_URL}}/x"), "a placeholder that was not filled in"),
        ["a field without a key"] = (f => f.Requirements(r => r["user_fields"] = new JsonObject { ["tier"] = new JsonObject { ["title"] = "Tier" } }), "tier (user_fields) has no \"key\""),
        ["an old target"] = (f => f.Requirements(r => r["targets"] = new JsonObject { ["old"] = new JsonObject { ["title"] = "Old", ["type"] = "http_target" } }), "no longer taken: make it a webhook"),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task Are_refused_with_what_to_do(string breach)
    {
        var (plant, says) = All[breach];
        var files = await Files.OfSettingsAsync();
        plant(files);
        Assert.Contains(ZendeskPackage.BreachesIn(files.List), sentence => sentence.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Are_not_seen_where_there_are_none()
    {
        var files = await Files.OfSettingsAsync();
        Assert.Empty(ZendeskPackage.BreachesIn(files.List));

        files.Parameter("backend_key", p => { p["secure"] = true; p["scopes"] = new JsonArray("header"); p["required"] = true; });
        files.Write("assets/iframe.html", "<p>Bypassing nobody</p>");
        files.Write("assets/icon_nav_bar.svg", "<svg/>");
        files.Place("nav_bar", "assets/iframe.html?x=1");
        files.Place("background", "http://localhost:4567/page");
        Assert.Empty(ZendeskPackage.BreachesIn(files.List));
    }

    private sealed class Files(Dictionary<string, byte[]> files)
    {
        public IReadOnlyList<(string, byte[])> List => [.. files.Select(file => (file.Key, file.Value))];

        public byte[] this[string name] { set => files[name] = value; }

        public static async Task<Files> OfSettingsAsync() =>
            new((await ZendeskPackage.FilesAsync(new Uri("https://copilot.acme.example"), "default", "SupportCopilot", "1.0.0", TestContext.Current.CancellationToken)).ToDictionary(file => file.Name, file => file.Content));

        public void Remove(string name) => files.Remove(name);

        public byte[] Bytes(string name) => files[name];

        public byte[] Take(string name) => files.Remove(name, out var content) ? content : throw new ArgumentException(name);

        public string Text(string name) => Encoding.UTF8.GetString(files[name]);

        public void Write(string name, string text) => files[name] = Encoding.UTF8.GetBytes(text);

        public void Manifest(Action<JsonObject> change) => Change("manifest.json", change);

        public void Translation(string locale, Action<JsonObject> change) => Change($"translations/{locale}.json", change);

        public void Requirements(Action<JsonObject> change) => Change("requirements.json", change);

        public void Webhook(Action<JsonObject> change) => Requirements(r => change(r["webhooks"]!["copilot_tickets"]!.AsObject()));

        public void Trigger(Action<JsonObject> change) => Requirements(r => change(r["triggers"]!["copilot_ticket_came"]!.AsObject()));

        public void Place(string place, string url) => Manifest(m => m["location"]!["support"]![place] = new JsonObject { ["url"] = url });

        public void Parameter(string name, Action<JsonObject>? change = null, bool isLabelled = true)
        {
            var parameter = new JsonObject { ["name"] = name, ["type"] = "text" };
            change?.Invoke(parameter);
            Manifest(m => (m["parameters"] ??= new JsonArray()).AsArray().Add(parameter));
            if (!isLabelled) return;
            foreach (var locale in files.Keys.Where(file => file.StartsWith("translations/", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)).ToList())
                Translation(locale, t => (t["app"]!["parameters"] ??= new JsonObject())[name] = new JsonObject { ["label"] = "Region" });
        }

        private void Change(string file, Action<JsonObject> change)
        {
            var json = JsonNode.Parse(files[file])!.AsObject();
            change(json);
            Write(file, json.ToJsonString());
        }
    }
}
