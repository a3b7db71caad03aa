import type { CardJson } from '../cards/draw';
import { wordsForFailure } from '../wordsForFailure';
import { arrival, cardType, message, press, type Activity, type News, type Part } from './activities';
import type { Transport } from './transport';

/** Something said, by the one who plays or by the bot. */
export interface Entry {
  id: string;
  by: 'me' | 'bot';
  at: string;
  text: string;
  cards: CardJson[];
}

export interface ChatState {
  entries: readonly Entry[];
  /** Whether the bot is at work on an answer. */
  typing: boolean;
  /** What a button's answer says to the one who pressed, under the message that holds it. */
  notice: { entry: string; text: string } | null;
  failure: string | null;
}

/** What a pressed button asks for. */
export type Pressed =
  | { kind: 'execute'; verb: string; id?: string; data: unknown }
  | { kind: 'submit'; text: string; shown: string; value: unknown };

const typingLasts = 20_000; // Teams' own indicator goes out by itself, too
const pause = 2_000; // after a failure, before news are asked for again

/**
 * A conversation with the bot, as Teams would hold it: own words go in as activities, the bot's come back through the
 * connector, and a pressed Action.Execute is answered at once with the card that takes the pressed one's place.
 */
export class Chat {
  private state: ChatState = { entries: [], typing: false, notice: null, failure: null };
  private readonly listeners = new Set<() => void>();
  private stopping: AbortController | null = null;
  private after: number;
  private typingEnds: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly part: Part, private readonly transport: Transport, private readonly memory: Memory) {
    this.after = memory.from;
    this.state = { ...this.state, entries: memory.said };
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  };

  readonly current = () => this.state;

  /** Begins to listen; a conversation in which nothing was said yet is opened, so that the bot greets. */
  open(): void {
    if (this.stopping) return;
    this.stopping = new AbortController();
    void this.listen(this.stopping.signal);
  }

  close(): void {
    this.stopping?.abort();
    this.stopping = null;
  }

  async say(text: string, value?: unknown, shown = text): Promise<void> {
    if (shown) this.keep({ id: crypto.randomUUID(), by: 'me', at: new Date().toISOString(), text: shown, cards: [] });
    this.set({ failure: null, notice: null });
    this.type(true);
    await this.deliver(() => this.transport.send(message(this.part, text, value)));
  }

  async press(entry: string, card: number, pressed: Pressed): Promise<void> {
    if (pressed.kind === 'submit') return await this.say(pressed.text, pressed.value, pressed.shown);

    this.set({ failure: null, notice: null });
    await this.deliver(async () => {
      const answer = await this.transport.invoke(press(this.part, entry, pressed));
      if (answer.type === cardType) this.replaceCard(entry, card, answer.value as CardJson);
      else this.set({ notice: { entry, text: wordsOf(answer.value) } });
    });
  }

  /** Forgets what was said so far, on this page; the bot is greeted anew. */
  startOver(): void {
    this.memory.forget(this.after);
    this.set({ entries: [], typing: false, notice: null, failure: null });
    void this.greet();
  }

  private async greet(): Promise<void> {
    await this.deliver(() => this.transport.send(arrival(this.part)));
  }

  private async listen(stopped: AbortSignal): Promise<void> {
    let first = true;
    while (!stopped.aborted) {
      try {
        if (first && this.state.entries.length === 0) await this.greet();
        first = false;
        const { items, next } = await this.transport.news(this.part.conversation, this.after, stopped);
        for (const news of items) this.hear(news);
        this.after = next;
      } catch (reason) {
        if (stopped.aborted) return;
        if (!(reason instanceof DOMException && reason.name === 'TimeoutError')) this.set({ failure: wordsForFailure(reason) });
        await new Promise(resolve => setTimeout(resolve, pause));
      }
    }
  }

  private hear(news: News): void {
    const known = this.state.entries.some(entry => entry.id === news.id);
    if (!news.activity) {
      this.set({ entries: this.state.entries.filter(entry => entry.id !== news.id) });
    } else if (news.activity.type === 'typing') {
      this.type(true);
    } else if (news.activity.type === 'message') {
      this.type(false);
      const entry = entryOf(news, news.activity);
      if (known) this.set({ entries: this.state.entries.map(old => old.id === entry.id ? { ...entry, at: old.at } : old) });
      else this.keep(entry);
    }
  }

  private keep(entry: Entry): void {
    const entries = [...this.state.entries, entry].sort((a, b) => a.at.localeCompare(b.at));
    this.set({ entries });
    this.memory.keep(entries.filter(said => said.by === 'me'));
  }

  private replaceCard(id: string, index: number, card: CardJson): void {
    this.set({
      entries: this.state.entries.map(entry => entry.id === id
        ? { ...entry, cards: entry.cards.map((old, i) => i === index ? card : old) } : entry),
    });
  }

  private async deliver(sending: () => Promise<void>): Promise<void> {
    try {
      await sending();
    } catch (reason) {
      this.type(false);
      this.set({ failure: wordsForFailure(reason) });
    }
  }

  private type(typing: boolean): void {
    clearTimeout(this.typingEnds);
    if (typing) this.typingEnds = setTimeout(() => this.set({ typing: false }), typingLasts);
    this.set({ typing });
  }

  private set(change: Partial<ChatState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

function entryOf(news: News, said: Activity): Entry {
  const cards = (said.attachments ?? []).filter(a => a.contentType === cardType && a.content).map(a => a.content!);
  return { id: news.id, by: 'bot', at: news.at, text: said.text ?? '', cards };
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const told = value as { message?: string } | null;
  return told?.message ?? 'The bot answered with nothing that can be shown.';
}

/** What the page remembers of a conversation across a reload: one's own words; the bot's are with the server. */
export interface Memory {
  readonly said: Entry[];
  /** The number of the last thing that is not to be shown again. */
  readonly from: number;
  keep(said: Entry[]): void;
  forget(from: number): void;
}
