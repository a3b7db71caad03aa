using System.Text.Json;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Zendesk.Packaging;

/// <summary>Where the app is shown, and what stands there.</summary>
internal static class LocationRules
{
    private const int LeastHeight = 100, MostHeight = 320;

    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["support"] = ["ticket_sidebar", "new_ticket_sidebar", "ticket_editor", "top_bar", "nav_bar", "user_sidebar", "organization_sidebar", "background", "modal"],
        ["chat"] = ["chat_sidebar", "background"],
        ["sell"] = ["deal_card", "person_card", "company_card", "lead_card", "background", "modal", "dashboard", "top_bar"],
    };

    private static readonly string[] WithIcon = ["ticket_editor", "top_bar", "nav_bar"];

    public static IEnumerable<string> BreachesIn(AppPackage package)
    {
        var products = package.Manifest.Child("location");
        if (products.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return [];
        if (products.ValueKind is not JsonValueKind.Object || !products.EnumerateObject().Any()) return ["manifest.json: \"location\" names a product and a place, such as {\"support\": {\"ticket_sidebar\": …}}."];
        return products.EnumerateObject().SelectMany(product => InProduct(package, product));
    }

    private static IEnumerable<string> InProduct(AppPackage package, JsonProperty product)
    {
        if (!Known.TryGetValue(product.Name, out var places)) return [$"manifest.json: there is no product \"{product.Name}\"; use {string.Join(", ", Known.Keys)}."];
        if (product.Value.ValueKind is not JsonValueKind.Object || !product.Value.EnumerateObject().Any()) return [$"manifest.json: \"location\" names no place in {product.Name}: add one of {string.Join(", ", places)}."];
        return product.Value.EnumerateObject().SelectMany(place => places.Contains(place.Name) ? InPlace(package, place)
            : [$"manifest.json: {product.Name} has no place \"{place.Name}\"; use one of {string.Join(", ", places)}."]);
    }

    private static IEnumerable<string> InPlace(AppPackage package, JsonProperty place)
    {
        var url = place.Value.ValueKind is JsonValueKind.String ? place.Value.GetString() : place.Value.Text("url");
        if (string.IsNullOrEmpty(url))
        {
            if (place.Value.Flag("autoLoad") is not false) yield return $"manifest.json: {place.Name} has no \"url\": give it the address of its page.";
        }
        else if (!IsTaken(url, package))
        {
            yield return $"manifest.json: {place.Name} shows \"{url}\"; that must begin with https://, be on localhost, or be a file of the package under assets/.";
        }

        if (place.Value.Child("flexible").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.True or JsonValueKind.False)) yield return $"manifest.json: \"flexible\" of {place.Name} is written true or false, without quotes.";
        if (WithIcon.Contains(place.Name) && !package.Has($"assets/icon_{place.Name}.svg")) yield return $"assets/icon_{place.Name}.svg is missing: {place.Name} is opened by that icon.";
        if (place.Name == "ticket_editor" && place.Value.Child("size").Figure("height") is { } height and (< LeastHeight or > MostHeight))
            yield return $"manifest.json: ticket_editor is {height} px high; choose {LeastHeight} to {MostHeight}.";
    }

    private static bool IsTaken(string url, AppPackage package) => Uri.TryCreate(url, UriKind.Absolute, out var address) && !url.StartsWith('/')
        ? address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.Host == "localhost")
        : url.StartsWith("assets/", StringComparison.Ordinal) && package.Has(url.Split('?', '#')[0]);
}
