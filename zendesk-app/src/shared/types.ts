// What the backend answers, as its contract has it: nulls are written, times are UTC instants.

export type Level = 'high' | 'medium' | 'low';
export type Segment = 'public' | 'restricted' | 'internal';

export interface Verdict {
  value: string | null;
  given: string | null;
  confidence: number;
  level: Level;
  source: string | null;
  /** The customer's words that led to it, where rules did. */
  because: string[];
}

export const triageFields = [
  'category', 'subcategory', 'rootCause', 'priority', 'urgency', 'sentiment', 'emotion', 'language',
] as const;
export type TriageField = (typeof triageFields)[number];

export type Triage = Record<TriageField, Verdict> & {
  sentimentScore: number | null;
  urgencyWords: string[];
  keyPhrases: string[];
  signals: { question: boolean; errorText: boolean; code: boolean; screenshot: boolean };
  entities: { orderNumbers: string[]; amounts: string[]; dates: string[] };
  pending: boolean;
};

export interface Summary {
  problem: string | null;
  done: string[];
  openQuestions: string[];
  nextStep: string | null;
  source: string | null;
  silentBecause: string | null;
}

export interface Citation {
  number: number;
  articleId: number;
  title: string;
  url: string | null;
  segment: Segment;
  quote: string;
}

export interface Reply {
  suggestionId: string | null;
  text: string | null;
  citations: Citation[];
  source: string | null;
  silentBecause: string | null;
  /** A letter that asks the customer for what is missing. */
  ask?: string | null;
  missing?: MissingDetail[];
  /** How likely it answers, 0–1. */
  confidence?: number | null;
}

/** What a reply would need to know, and why it is thought so: agents asked in so many of so many tickets like it. */
export interface MissingDetail {
  what: 'orderNumber' | 'invoiceNumber' | 'device' | 'version' | 'errorText' | 'screenshot' | 'accountMail' | 'steps';
  because: 'agents' | 'article' | 'category';
  times: number;
  of: number;
}

/** A macro of the desk, a template of its own, or one that comes with the product. */
export interface ReplyTemplate {
  id: string;
  kind: 'macro' | 'own' | 'builtin';
  title: string;
  /** With what is known filled in. */
  text: string;
  because: 'used' | 'words' | 'category';
  times: number;
  of: number;
  fitsBetter: boolean;
  /** Places that are left open. */
  blanks: string[];
  /** What the macro would set besides; told, never done. */
  effects: { field: string; value: string }[];
}

/** How a suggested reply is to be other than it is. */
export interface RewriteWish {
  tone?: string;
  length?: string;
  language?: string;
  instruction?: string;
}

export interface WishNotMet {
  wish: 'tone' | 'length' | 'language' | 'instruction';
  because: 'noModel' | 'modelFailed' | 'nothingMore' | 'nothingLess';
}

export interface RewrittenReply extends Reply {
  notDone: WishNotMet[];
}

/** A piece of a reply that a model writes: words, and at the end the whole or why there is none. */
export interface WrittenPiece {
  text: string | null;
  reply: Reply | null;
  because: 'noSource' | 'noModel' | 'modelFailed' | null;
}

export interface SimilarTicket {
  id: number;
  source: string;
  externalId: string;
  subject: string;
  score: number;
  status: string;
  resolution: string | null;
  /** Whether the same customer asked: perhaps the same matter twice. */
  sameRequester: boolean;
}

export interface Article {
  id: number;
  title: string;
  score: number;
  segment: Segment;
  url: string | null;
  excerpt: string | null;
}

/** What speaks for more or less than usual. The value is null where the field alone tells, the figures where not all the desk is in sight. */
export interface OutlookReason { field: string; value: string | null; more: boolean; mean: number | null; usual: number | null }
export interface Risk { chance: number; usual: number; level: Level; because: OutlookReason[] }
export interface ExpectedResolution { at: string; from: string; to: string; usualMinutes: number; because: OutlookReason[] }

/** A ticket that is likely the same matter, or the problem behind it. */
export interface RelatedTicket { id: number; source: string; externalId: string; subject: string; status: string; score: number; because: string }

export interface History {
  requester: { tickets: number; open: number; lastAt: string | null; csat: number | null };
  organization: { name: string; tickets: number; open: number; lastAt: string | null } | null;
  recent: { id: number; source: string; externalId: string; subject: string; status: string; createdAt: string | null }[];
}

/** An internal note that restrains: what it says, and what it asks not to be done. */
export interface Caution {
  text: string;
  /** date, refund, amount, replacement, cancellation, promise, closing, reply, telling or other. */
  forbids: string[];
  at: string | null;
}

export interface Assistance {
  ticket: {
    id: number; source: string; externalId: string; subject: string; status: string; createdAt: string | null;
    requester: string | null; assignee: string | null; group: string | null; version: number;
  };
  summary: Summary;
  triage: Triage;
  reply: Reply;
  similar: SimilarTicket[];
  articles: Article[];
  risk?: Risk | null;
  expectedResolution?: ExpectedResolution | null;
  duplicates?: RelatedTicket[];
  history?: History | null;
  problem?: RelatedTicket | null;
  templates?: ReplyTemplate[];
  /** What internal notes ask for. */
  cautions?: Caution[];
  /** Whether a model may write the reply from the same sources. */
  canBeWritten?: boolean;
  /** Whether a model may sum the ticket up. */
  canBeSummarised?: boolean;
  /** Whether the ticket was fetched from its desk for this very answer. */
  fetchedNow?: boolean;
}

/** The values a person may choose for each field; a subcategory's depend on its category. */
export interface FieldValues {
  category: string[];
  subcategory: Record<string, string[]>;
  rootCause: string[];
  priority: string[];
  urgency: string[];
  sentiment: string[];
  emotion: string[];
}
export type CorrectableField = keyof FieldValues;

export interface Feedback {
  ticketId: number;
  suggestionId: string | null;
  verdict: 'up' | 'down';
  reason: string | null;
  correction: string | null;
}

export interface TicketRow {
  id: number;
  source: string;
  externalId: string;
  subject: string;
  status: string;
  priority: string | null;
  category: string | null;
  requester: string | null;
  assignee: string | null;
  group: string | null;
  createdAt: string | null;
  updatedAt: string | null;
}

export interface Comment {
  id: number;
  author: string | null;
  authorKind: 'requester' | 'agent' | 'system';
  isPublic: boolean;
  body: string;
  createdAt: string | null;
}

export interface TicketDetail {
  ticket: TicketRow;
  channel: string | null;
  product: string | null;
  brand: string | null;
  organization: string | null;
  tags: string[];
  fields: Record<string, string>;
  comments: Comment[];
  history: { at: string | null; field: string; from: string | null; to: string | null }[];
}

export interface Page<T> {
  items: T[];
  next: string | null;
}
