// What the backend answers about the review of triage by people.
import type { Level } from './types';

export type ReviewKind = 'random' | 'uncertain';

export interface ReviewField {
  field: string;
  value: string;
  confidence: number;
  level: Level;
  /** rules, classifier or model. */
  way: string;
  /** What the desk or a person has said since. */
  given: string | null;
}

export interface Review {
  ticketId: number;
  source: string;
  externalId: string;
  kind: ReviewKind;
  subject: string;
  words: string;
  status: string;
  createdAt: string | null;
  judgedAt: string;
  certainty: number;
  fields: ReviewField[];
}

export interface ReviewSaid { agree: boolean; fields: Record<string, string>; judgedAt: string }

export interface ReviewKept { ticketId: number; answers: { field: string; judged: string; said: string; agreed: boolean }[] }

/** A share, and the ends of its interval at 95 % confidence. */
export interface AgreedShare { agreed: number; total: number; share: number | null; low: number; high: number }

export interface Agreement {
  since: string;
  drawn: number;
  reviewed: number;
  tickets: AgreedShare;
  fields: { field: string; agreed: AgreedShare; ways: { way: string; agreed: AgreedShare }[] }[];
  ways: { way: string; agreed: AgreedShare }[];
  weeks: { monday: string; agreed: AgreedShare }[];
}
