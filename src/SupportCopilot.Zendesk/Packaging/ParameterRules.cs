using System.Text.Json;
using System.Text.RegularExpressions;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Zendesk.Packaging;

/// <summary>What an admin is asked for when installing.</summary>
internal static partial class ParameterRules
{
    private static readonly string[] Types = ["text", "password", "checkbox", "url", "number", "multiline", "hidden", "oauth", "dropdown"];
    private static readonly string[] Scopes = ["header", "body", "url", "jwt_secret_key", "jwt_claim", "basic_auth_username", "basic_auth_password"];

    public static IEnumerable<string> BreachesIn(AppPackage package)
    {
        if (package.Manifest.Child("parameters").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Array)) return ["manifest.json: \"parameters\" is a list: put it in [ ]."];
        var names = package.Parameters.Select(parameter => parameter.Text("name") ?? "").ToList();
        return names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"manifest.json: two parameters are called \"{same.Key}\": rename one.")
            .Concat(package.Parameters.SelectMany(Breaches));
    }

    private static IEnumerable<string> Breaches(JsonElement parameter)
    {
        var (name, type) = (parameter.Text("name") ?? "", parameter.Text("type") ?? "text");
        var (isSecure, isHidden) = (parameter.Flag("secure") is true, type == "hidden");
        if (name.Length == 0) yield return "manifest.json: a parameter has no \"name\": give it one.";
        if (name == "name") yield return "manifest.json: no parameter may be called \"name\", which is the app's own: rename it.";
        if (!Types.Contains(type)) yield return $"manifest.json: \"{type}\" is no type for the parameter \"{name}\"; use {string.Join(", ", Types)}.";
        foreach (var key in new[] { "required", "secure" })
            if (parameter.Child(key).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.True or JsonValueKind.False)) yield return $"manifest.json: \"{key}\" of the parameter \"{name}\" is written true or false, without quotes.";
        if (isHidden && parameter.Flag("required") is true) yield return $"manifest.json: the parameter \"{name}\" is hidden and required, so nobody could give it: make it optional.";
        if (parameter.Child("default").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) && (isSecure || isHidden))
            yield return $"manifest.json: the parameter \"{name}\" is {(isSecure ? "secure" : "hidden")} and has a \"default\", which everybody who has the package can read: take it away.";
        if (type == "oauth" && isSecure) yield return $"manifest.json: the parameter \"{name}\" is of type oauth, which cannot be secure: take \"secure\" away.";
        if (type is "text" or "password" && !isSecure && Sensitive().IsMatch(name)) yield return $"manifest.json: the parameter \"{name}\" sounds like a secret, but every agent's browser gets it: set \"secure\" to true and give it \"scopes\".";
        foreach (var breach in ScopeBreaches(parameter.Child("scopes"), name, isSecure)) yield return breach;
    }

    private static IEnumerable<string> ScopeBreaches(JsonElement scopes, string name, bool isSecure)
    {
        if (scopes.ValueKind is JsonValueKind.Undefined)
        {
            if (isSecure) yield return $"manifest.json: the secure parameter \"{name}\" has no \"scopes\", so that it could be sent anywhere: say where it may stand, of {string.Join(", ", Scopes)}.";
            yield break;
        }

        var said = scopes.ValueKind is JsonValueKind.Array ? scopes.EnumerateArray().Select(scope => scope.ToString()).ToList() : [];
        if (said.Count == 0) yield return $"manifest.json: \"scopes\" of the parameter \"{name}\" is a list of one or more of {string.Join(", ", Scopes)}.";
        foreach (var unknown in said.Except(Scopes)) yield return $"manifest.json: \"{unknown}\" is no scope for the parameter \"{name}\"; use {string.Join(", ", Scopes)}.";
        if (!isSecure) yield return $"manifest.json: the parameter \"{name}\" has \"scopes\", which only a secure one can have: set \"secure\" to true.";
    }

    [GeneratedRegex("token|key|pwd|password", RegexOptions.IgnoreCase)]
    private static partial Regex Sensitive();
}
