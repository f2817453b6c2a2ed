import type { Ai } from "@besunny/ai/ai";
import type { PassageIndex } from "@besunny/ai/index/passage-index";
import type { IndexGenerations } from "@besunny/ai/renewal/generations";
import type { Transcriber } from "@besunny/ai/speech/transcriber";
import type { AnchorPlace } from "@besunny/connectors/anchors/anchor-place";
import type { Billing } from "@besunny/connectors/billing/billing";
import type { Files } from "@besunny/connectors/files/files";
import type { Incoming } from "@besunny/connectors/files/incoming";
import type { Mail } from "@besunny/connectors/mail/mail";
import type { Slack } from "@besunny/connectors/slack/slack-words";
import type { Sources } from "@besunny/connectors/sources/registry";
import type { Sso } from "@besunny/connectors/sso/sso-words";
import type { SupabaseAuth } from "@besunny/connectors/supabase/supabase-words";
import type { Webhooks } from "@besunny/connectors/webhooks/webhook-words";
import type { Changes } from "@besunny/db/changes";
import type { Database } from "@besunny/db/database";
import type { Console } from "@besunny/engine/console/console-types";
import type { Reader } from "@besunny/reading/pool/reader";
import type { ReportFiles } from "@besunny/reports/make-report-file";

import type { Actor, Person } from "./access/actor";
import type { PlatformActor } from "./access/platform-policy";
import type { Language } from "./language";
import type { Caller } from "./operation/caller";
import type { Door } from "./operation/door";
import type { Hooks } from "./operation/hooks";
import type { MainKeyPlace, System } from "./system";

/** Structured log lines. Never document text, never secrets. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

export type Clock = () => Date;

/** Slow, salted hashing of what people choose as a secret. */
export type Passwords = {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
};

/** The place of a sealed value: it opens in this row and column alone. */
export type SealedPlace = { table: string; column: string; id: string };

/**
 * Keeps secrets of other services in the database: tokens, passwords of mailboxes, secrets of hooks. What is damaged, was moved or was sealed with a
 * key that is not there is refused with `CORRUPT` and what to do.
 */
export type Sealer = {
  seal(text: string, place: SealedPlace): Uint8Array<ArrayBuffer>;
  open(sealed: Uint8Array, place: SealedPlace): string;
  /** Returns the value sealed with the newest key, or null if it is so already. */
  rotate(sealed: Uint8Array, place: SealedPlace): Uint8Array<ArrayBuffer> | null;
};

/** A version of a workspace's key. */
export type WrappedKey = { workspaceId: string; version: number };

/** The keys that encrypt files: each workspace has its own, and one main key wraps them all. */
export type KeyTree = {
  /** The main key that wraps now: its name, and whether it is in a file, in a variable or in AWS KMS. */
  mainKey(): Promise<{ id: string; place: MainKeyPlace }>;
  /** Makes the next version of a workspace's key. Files that are written from now on have it. */
  rotate(workspaceId: string): Promise<{ version: number }>;
  /** Destroys every version of a workspace's key. Nothing opens its files after that, from old copies neither. */
  destroy(workspaceId: string): Promise<{ versions: number[] }>;
  /**
   * Wraps some keys with the current main key that another one wraps, after a key. `failed` counts keys whose main key is not here; they stay as
   * they are. A null `next`: no key is left.
   */
  rewrap(part: {
    after: WrappedKey | null;
    limit: number;
  }): Promise<{ rewrapped: number; failed: number; next: WrappedKey | null }>;
  /** Makes a new main key in the data directory; the one before still opens. Throws `CONFLICT` if the main key is not kept there. */
  replaceMainKey(): Promise<{ id: string }>;
  /** Encrypts a stored file with the current key of its workspace. Returns false if it is so already, or stays plain. */
  renewFile(key: string): Promise<boolean>;
};

/** Signs words so that others can know that they are from here. Keys are named by an id. */
export type Signer = {
  sign(text: string): { keyId: string; signature: string };
  /** Returns whether the words were signed so; null if the key is not there. */
  isSigned(text: string, of: { keyId: string; signature: string }): boolean | null;
  publicKeys(): { id: string; pem: string }[];
};

/** Returns the value that was computed for the key before, or computes it. Never used for anything that decides permission. */
export type Cache = {
  getOrSet<T>(key: string, compute: () => Promise<T>, ttlSeconds: number): Promise<T>;
  remove(key: string): Promise<void>;
};

/** Room on a disk, in bytes. */
export type DiskRoom = { freeBytes: number; totalBytes: number };

/** The disk that holds the data directory. Rejects when the directory is gone. */
export type Disk = { free(): Promise<DiskRoom> };

/**
 * Days for which ended runs, sent events, recorded searches and trashed documents are kept. Null: without end. `backupDays` are those for which
 * the operator keeps backups; null: none are made.
 */
export type Retention = {
  runDays: number;
  eventDays: number;
  searchDays: number;
  trashDays: number | null;
  backupDays: number | null;
};

/** The files of the sample documents. */
export type SampleFiles = {
  /** Returns the path of a sample file on local disk. */
  pathOf(fileName: string): string;
};

/** The tools of operations; built once for the process. */
export type Tools = {
  ai: Ai;
  /** All passages. While a new index is filled, it is the one before and the new one together. */
  index: PassageIndex;
  generations: IndexGenerations;
  reader: Reader;
  /** The server that writes recordings down. Null: none is set up. */
  transcriber: Transcriber | null;
  reportFiles: ReportFiles;
  files: Files;
  /** The places beside the files that keep ends of audit logs. */
  anchorPlaces: readonly AnchorPlace[];
  sampleFiles: SampleFiles;
  cache: Cache;
  disk: Disk;
  changes: Changes;
  /** The engine's records of the runs of background functions, to list and to delete. Null where Inngest keeps them. */
  engineRuns: Pick<Console, "listRuns" | "getRun" | "forgetRuns"> | null;
  sealer: Sealer;
  keyTree: KeyTree;
  signer: Signer;
  sources: Sources;
  /** Speaks with the issuers of organisations. */
  sso: Sso;
  /** Sends messages to addresses that people give. */
  webhooks: Webhooks;
  /** Speaks with the Slacks of workspaces. */
  slack: Slack;
  billing: Billing;
  retention: Retention;
  clock: Clock;
  log: Log;
};

/** The part that every call carries: its door, its trace, and the hooks that time, limit and count it. */
export type CallContext = { door: Door; traceId: string; hooks: Hooks; from?: CallOrigin };

/** The address and the browser that a call came from. Absent for background work. */
export type CallOrigin = { ip: string; userAgent: string };

/** The actor, their workspace and the tools of one request or event. Doors and flows hold a `Caller` instead, which hides this context. */
export type WorkspaceContext = Tools &
  CallContext & {
    actor: Actor;
    workspaceId: string;
    db: Pick<Database, "read" | "write">;
  };

/** The operator's rules for people's accounts. */
export type IdentityRules = {
  /** The people who may sign up without an invitation: everybody, nobody, or people with an address of these domains. */
  signUp: "open" | "closed" | readonly string[];
  /** Days without use after which a session has ended. */
  sessionIdleDays: number;
};

/** The context of a call before a workspace is known. `ip`, `userAgent` and `language` are those of the request. */
export type IdentityContext = CallContext & {
  rules: IdentityRules;
  /** The address of the web app, for links in mails. */
  webUrl: string;
  /** The address of the admin app. Browsers accept a passkey for the host of the app that it was made in. */
  adminUrl: string;
  db: Pick<Database, "identity">;
  passwords: Passwords;
  mail: Omit<Mail, "verify">;
  sealer: Sealer;
  sso: Sso;
  webhooks: Pick<Webhooks, "isSigned">;
  slack: Pick<Slack, "isSigned" | "respond">;
  /** Checks tokens of the operator's Supabase project. Null: none is set up. */
  supabase: SupabaseAuth | null;
  clock: Clock;
  log: Log;
  ip: string;
  userAgent: string;
  language: Language;
};

/** The context of a call across workspaces, by a platform admin or a background job. */
export type PlatformContext = CallContext & {
  actor: PlatformActor;
  db: Pick<Database, "platform">;
  /** The address of the web app, for links that are handed over. */
  webUrl: string;
  /** The runs of the background functions. Null where Inngest keeps them. */
  runs: Console | null;
  disk: Disk;
  files: Files;
  keyTree: KeyTree;
  anchorPlaces: readonly AnchorPlace[];
  signer: Signer;
  reader: Reader;
  reportFiles: ReportFiles;
  index: PassageIndex;
  generations: IndexGenerations;
  incoming: Incoming;
  system: System;
  retention: Retention;
  /** Returns a caller in one workspace, for the same actor. */
  inWorkspace(workspaceId: string): Caller;
  /** Returns a caller for a person, so that work for them sees what they see. Only background jobs use it. */
  asPerson(workspaceId: string, person: Person): Caller;
  mail: Mail;
  billing: Billing;
  clock: Clock;
  log: Log;
};
