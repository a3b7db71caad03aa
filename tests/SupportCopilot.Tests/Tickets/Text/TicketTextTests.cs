using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Tests.Tickets.Text;

public sealed class TicketTextTests
{
    private static readonly Comment[] Thread =
    [
        Said(2, AuthorKind.Agent, "We shipped it today."),
        Said(0, AuthorKind.Requester, "Where is my parcel?"),
        Said(1, AuthorKind.Agent, "He is a difficult one.", isPublic: false),
        Said(3, AuthorKind.Requester, "Got it."),
        Said(4, AuthorKind.System, "Ticket merged."),
    ];

    private readonly TicketText text = TicketText.Of("Re: Parcel", Thread);

    [Fact]
    public void Internal_notes_are_not_read() => Assert.DoesNotContain("difficult", text.PublicThread);

    [Fact]
    public void At_creation_there_is_the_subject_and_the_first_message() => Assert.Equal("Parcel\nWhere is my parcel?", text.AtCreation);

    [Fact]
    public void The_customers_words_hold_no_agents_words() => Assert.Equal("Parcel\nWhere is my parcel?\nGot it.", text.CustomerWords);

    [Fact]
    public void The_public_thread_runs_in_order_without_machines() =>
        Assert.Equal("Parcel\nWhere is my parcel?\nWe shipped it today.\nGot it.", text.PublicThread);

    [Fact]
    public void A_subject_that_the_message_repeats_is_said_once() =>
        Assert.Equal("Where is my parcel?", TicketText.Of("Where is my...", Thread[1..2]).AtCreation);

    [Theory]
    [InlineData("It broke. Why? I paid 3.50 for it.", "It broke.|Why?|I paid 3.50 for it.")]
    [InlineData("Ask Mr. Lee, e.g. on Monday. Thanks", "Ask Mr. Lee, e.g. on Monday.|Thanks")]
    [InlineData("Steps:\n1. Open it\n- Close it\n...", "Steps:|1. Open it|- Close it|...")]
    public void Sentences_end_where_they_end(string words, string sentences) => Assert.Equal(sentences.Split('|'), Sentences.Of(words));

    private static Comment Said(int position, AuthorKind author, string body, bool isPublic = true) =>
        new() { ExternalId = $"{position}", Position = position, AuthorKind = author, Body = body, IsPublic = isPublic };
}
