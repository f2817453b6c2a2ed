import type { AuditEntry } from "@besunny/db/audit-entry";

import type { DomainEvent } from "../events";
import type { Change } from "./definition";
import type { Call, Hooks } from "./hooks";

/** Where an operation writes what has happened: the audit log and the outbox, in its own transaction where it has one. */
export type Books = {
  audit(entry: AuditEntry): Promise<void>;
  outbox(events: readonly DomainEvent[]): Promise<void>;
};

/** What a handler notes while it works; the pipeline writes it down after it. */
export type Notes = {
  /** Announces an event once the change is committed. */
  emit(event: DomainEvent): void;
  /** Records what changed of a subject: the fields that differ, before and after. */
  changed(change: Change): void;
};

/** How one kind of operation meets its surroundings: who asks, what it is given to work with, and where it writes. */
export type Surroundings<Tools> = {
  call: Call;
  hooks: Hooks;
  /** The API key that the actor came with. */
  keyId: string | null;
  /** True for a call of another operation. Its caller is limited and recorded once, where the work began. */
  isWithin: boolean;
  isAudited: boolean;
  /** True where the work lies outside of a transaction and must not be done without a row: the row comes before it. */
  isAuditedFirst?: boolean;
  authorize(): void;
  /** Opens what the handler works with: a transaction, or tools. */
  open<Result>(
    work: (tools: Tools, books: Books) => Promise<Result>,
    notes: Notes,
  ): Promise<Result>;
  /** Records a refusal, after the operation's own transaction is gone. */
  refused(entry: AuditEntry): Promise<void>;
};
