namespace ZendeskSimulator.Generated;

/// <summary>What customers ask for, and what agents answer.</summary>
internal static class Phrases
{
    /// <summary>A thing customers write about.</summary>
    /// <param name="Subject">The subject line; {0} is a number.</param>
    /// <param name="Body">The first words.</param>
    /// <param name="Answer">What an agent says to it.</param>
    /// <param name="Tag">What the form tags it with.</param>
    internal sealed record Matter(string Subject, string Body, string Answer, string Tag);

    /// <summary>The phrase with a number where {0} stands.</summary>
    public static string Fill(string phrase, string number) => phrase.Replace("{0}", number, StringComparison.Ordinal);

    public static readonly Matter[] Matters =
    [
        new("Refund for order {0}", "I sent order {0} back two weeks ago and still see no refund on my card. When will the money arrive?", "The refund for your order has been released; your bank shows it within five working days.", "refund"),
        new("Charged twice for order {0}", "My statement shows two payments for order {0}. Please take one of them back.", "One of the two payments was only a reservation, and we have released it.", "billing"),
        new("Cannot sign in since yesterday", "The sign-in page says that my password is wrong, and the reset mail never comes. My customer number is {0}.", "We sent the reset mail again, and lifted the block on your address.", "login"),
        new("Error {0} when exporting a report", "Each time I export the monthly report the page stops with error {0}. It worked last week.", "The export failed on reports with many rows; the repair is live since this morning.", "export"),
        new("Where is parcel {0}?", "Tracking for parcel {0} has not moved for six days. Can you find out where it is?", "The carrier had misrouted the parcel; it is on its way to you again.", "shipping"),
        new("API answers 500 for request {0}", "Our integration gets status 500 on every call since the night, request {0} is an example. Production is down for us!", "A faulty node was taken out; calls succeed again. We are sorry for the outage.", "api"),
        new("Please cancel subscription {0}", "I want to cancel subscription {0} at the end of the month. Confirm it in writing, please.", "Your subscription ends with this month; you will not be charged again.", "cancellation"),
        new("Change the address on account {0}", "We have moved. How can I change the invoice address of account {0}?", "You can change it under Settings, Billing, Address; we have done it for you this time.", "account"),
        new("The app is very slow", "Lists take half a minute to load, at our office and at home. Our workspace is {0}.", "A slow query was to blame; lists load within a second now.", "performance"),
        new("Could you add a dark theme?", "I work at night, and a dark theme would be wonderful. Workspace {0} would all use it.", "Thank you for the idea; it is on the list, and we will write when it comes.", "feature"),
        new("Which plan fits {0} seats?", "We grow to {0} seats next quarter. Which plan should we take, and what does it cost?", "For that many seats the Business plan fits best; the offer is attached.", "plans"),
        new("Order {0} arrived damaged", "The box of order {0} was crushed and the lamp inside is broken. I would like a new one.", "A replacement leaves our store today; you need not send the broken one back.", "damaged"),
    ];

    public static readonly string[] Greetings = ["Hello,", "Hi there,", "Good morning,", "Dear team,", "Hi,"];

    public static readonly string[] Closings = ["Thanks.", "Thank you in advance!", "Please help soon.", "This is really annoying.", "Best regards"];

    public static readonly string[] Returns = ["Any news on this?", "That did not help, it is just as before.", "Thank you, it works again.", "I have added what you asked for: number {0}.", "Is anybody there? I need this today."];

    public static readonly string[] Replies = ["Thank you for writing. Could you send us a screenshot of it?", "We are looking into it and will be back today.", "Could you tell us when it first happened?", "I have passed this on to our specialists."];

    public static readonly string[] Notes = ["Looks like the incident of this week, please check the logs.", "Customer called as well, wants a call back.", "Waiting for the warehouse.", "Same as the other one from this company."];

    public static readonly string[] FirstNames = ["Ada", "Bruno", "Carla", "David", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kira", "Luca", "Mona", "Nils", "Olga", "Pablo", "Rosa", "Samir", "Tara", "Yann"];

    public static readonly string[] LastNames = ["Abel", "Brandt", "Costa", "Dietz", "Ekman", "Farkas", "Gallo", "Horn", "Ivanov", "Jensen", "Keller", "Lopez", "Meyer", "Novak", "Okafor", "Petit", "Rossi", "Sato", "Toth", "Weber"];

    public static readonly string[] Companies = ["Northwind Foods", "Alder Logistics", "Blue Harbour", "Cobalt Works", "Delta Press", "Ember Energy", "Fjord Travel", "Granite Bank"];
}
