import type { Ai } from "@besunny/ai/ai";
import type { PassageIndex } from "@besunny/ai/index/passage-index";
import type { Files } from "@besunny/connectors/files/files";
import type { Incoming } from "@besunny/connectors/files/incoming";
import type { Mail } from "@besunny/connectors/mail/mail";
import type { Changes } from "@besunny/db/changes";
import type { Database } from "@besunny/db/database";
import type { Console } from "@besunny/engine/console/console-types";
import type { Reader } from "@besunny/reading/pool/reader";

import type { Actor } from "./access/actor";
import type { PlatformActor } from "./access/platform-policy";
import type { Caller } from "./operation/caller";
import type { Door } from "./operation/door";
import type { Hooks } from "./operation/hooks";

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

/** Gives what was computed for the key before, or computes it. Never asked for anything that decides permission. */
export type Cache = {
  getOrSet<T>(key: string, compute: () => Promise<T>, ttlSeconds: number): Promise<T>;
  remove(key: string): Promise<void>;
};

/** Room on a disk, in bytes. */
export type DiskRoom = { freeBytes: number; totalBytes: number };

/** The disk that holds the data directory. Rejects when the directory is gone. */
export type Disk = { free(): Promise<DiskRoom> };

/** How long what is not needed any more is kept, in days. Null: for ever. */
export type Retention = { runDays: number; eventDays: number; trashDays: number | null };

/** What operations work with; built once for the process. */
export type Tools = {
  ai: Ai;
  index: PassageIndex;
  reader: Reader;
  files: Files;
  cache: Cache;
  disk: Disk;
  changes: Changes;
  /** The engine's records of the runs of background functions: to look at, and to forget. Null where Inngest keeps them. */
  engineRuns: Pick<Console, "listRuns" | "getRun" | "forgetRuns"> | null;
  retention: Retention;
  clock: Clock;
  log: Log;
};

/** What every call carries: the door by which it came, the trace it belongs to, and what times, limits and counts it. */
export type CallContext = { door: Door; traceId: string; hooks: Hooks };

/** The actor, their workspace and the tools of one request or event. Doors and flows hold a `Caller` instead, which hides it. */
export type WorkspaceContext = Tools &
  CallContext & {
    actor: Actor;
    workspaceId: string;
    db: Pick<Database, "read" | "write">;
  };

/** What whoever runs BeSunny has decided about people's accounts. */
export type IdentityRules = {
  /** Who may sign up without an invitation: everybody, nobody, or whoever has an address of these domains. */
  signUp: "open" | "closed" | readonly string[];
  /** A session that was not used for so long has ended. */
  sessionIdleDays: number;
};

/** Before a workspace is known. `ip` and `userAgent` are those of the request. */
export type IdentityContext = CallContext & {
  rules: IdentityRules;
  /** Where the web app is reached: links in mails lead there. */
  webUrl: string;
  db: Pick<Database, "identity">;
  passwords: Passwords;
  mail: Mail;
  clock: Clock;
  log: Log;
  ip: string;
  userAgent: string;
};

/** Across workspaces: of a platform admin, or of a background job. */
export type PlatformContext = CallContext & {
  actor: PlatformActor;
  db: Pick<Database, "platform">;
  /** The runs of the background functions. Null where Inngest keeps them. */
  runs: Console | null;
  disk: Disk;
  files: Files;
  index: PassageIndex;
  incoming: Incoming;
  retention: Retention;
  /** Returns a caller in one workspace, for the same actor. */
  inWorkspace(workspaceId: string): Caller;
  clock: Clock;
  log: Log;
};
