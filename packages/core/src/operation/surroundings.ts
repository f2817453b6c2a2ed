import type { AuditEntry } from "@besunny/db/audit-entry";

import type { DomainEvent } from "../events";
import type { Change } from "./definition";
import type { Call, Hooks } from "./hooks";

/** The places to which an operation writes: the audit log and the outbox, in its own transaction if it has one. */
export type Books = {
  audit(entry: AuditEntry): Promise<void>;
  outbox(events: readonly DomainEvent[]): Promise<void>;
};

/** The notes that a handler takes during its work. The pipeline writes them down after it. */
export type Notes = {
  /** Announces an event once the change is committed. */
  emit(event: DomainEvent): void;
  /** Records the changed fields of a subject, before and after. */
  changed(change: Change): void;
};

/** The API key or the session of an actor, with the address and browser of their call. Null where there is none. */
export type Came = {
  keyId: string | null;
  sessionId: string | null;
  ip: string | null;
  userAgent: string | null;
};

/** The surroundings of one call: who acts, the tools of the handler, and where the pipeline writes. */
export type Surroundings<Tools> = {
  call: Call;
  hooks: Hooks;
  /** The key or session of the actor, and the place that they came from. */
  came: Came;
  /** True for a call of another operation. Its caller is limited and recorded once, where the work began. */
  isWithin: boolean;
  isAudited: boolean;
  /** True if the work is done outside of a transaction and needs a row first, so that no work is done without a row. */
  isAuditedFirst?: boolean;
  authorize(): void;
  /** Throws `STEP_UP_NEEDED` for a person whose session is not fresh. Keys and jobs have their own limits. */
  mustBeFresh(): void;
  /** Records that a person opened a document, if it is sensitive. Absent where nobody opens documents. */
  opened?(documentId: string): Promise<void>;
  /** Opens the handler's tools: a transaction, or other tools. */
  open<Result>(
    work: (tools: Tools, books: Books) => Promise<Result>,
    notes: Notes,
  ): Promise<Result>;
  /** Records a refusal, after the operation's own transaction has ended. */
  refused(entry: AuditEntry): Promise<void>;
};
