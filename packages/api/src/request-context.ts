import type { Actor } from "@besunny/core/access/actor";
import type { PlatformActor } from "@besunny/core/access/platform-policy";
import type { CallOrigin, IdentityContext, Log, Tools } from "@besunny/core/context";
import type { Health } from "@besunny/core/health";
import type { CheckedSession } from "@besunny/core/identity/check-session";
import type { Language } from "@besunny/core/language";
import type { Caller } from "@besunny/core/operation/caller";
import type { Door } from "@besunny/core/operation/door";
import type { PlatformCaller } from "@besunny/core/operation/platform-caller";
import type { OwnRates } from "@besunny/core/platform/rates/contract";

import type { LimitStore } from "./limits/leases";

export type App = "web" | "admin";

/** The door by which a request came, the trace that it belongs to, and who sent it. */
export type By = { door: Door; traceId: string; from?: CallOrigin };

/** The tools of the process, built once by the runtime: functions that make callers and contexts, addresses and folders. */
/** A call of a provider, as it came. */
export type HookCall = {
  method: string;
  query: URLSearchParams;
  header: (name: string) => string | null;
  body: Uint8Array;
};
type HookNotice =
  | { kind: "prove"; text: string }
  | { kind: "look"; accounts: string[] | null; watch: "fine" | "ending" | "ended" }
  | { kind: "refused" };
export type AppHook = "dropbox" | "google";
export type Hearing = {
  /** At the address of one source. `secret` is what the call claims. The keeper of the address proves it. */
  ofSource(call: HookCall): Promise<{ notice: HookNotice; secret: string | null }>;
  /** At the address of the whole app. Null where the operator has not set it up. */
  ofApp(provider: AppHook, call: HookCall): Promise<HookNotice | null>;
};

export type ApiTools = {
  log: Log;
  authSecret: string;
  urls: { web: string; admin: string; worker: string };
  /** The number of our proxies in front of the app that write into `x-forwarded-for`. */
  trustedProxies: number;
  places: { uploads: string };
  workspaceCaller(workspaceId: string, actor: Actor, by: By): Caller;
  identityContext(
    from: { ip: string; userAgent: string; language?: Language } & By,
  ): IdentityContext;
  platformCaller(actor: PlatformActor, by: By): PlatformCaller;
  /** Announces when somebody's rights change. */
  changes: Pick<Tools["changes"], "onRights">;
  /** Counts the requests of all processes. */
  limitStore: LimitStore;
  /** Returns the limits that are set for a workspace, in points a minute. */
  ratesOf(workspaceId: string): Promise<OwnRates>;
  /** Understands the calls of providers. */
  hearing: Hearing;
  billing: Tools["billing"];
  /** A bearer that lets its sender see the state of the process from any address. */
  metricsToken: string | undefined;
  health: Health;
};

/** One request. Who it is from is looked up at most once, when somebody asks. */
export type RequestContext = {
  app: App;
  traceId: string;
  /** The language of the page that asks. */
  language: Language;
  /** Says the message of a refusal in that language. */
  tell: (english: string) => string;
  log: Log;
  urls: ApiTools["urls"];
  changes: ApiTools["changes"];
  identity: IdentityContext;
  session(): Promise<CheckedSession | null>;
  workspace(): Promise<Caller | null>;
  /** The same, looked up again: for streams that outlive the beginning of the request. */
  workspaceNow(): Promise<Caller | null>;
  /** The callers of the person in each of their workspaces that is not suspended. */
  everyWorkspace(): Promise<Caller[]>;
  platform(): Promise<PlatformCaller | null>;
};
