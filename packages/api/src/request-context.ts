import type { Actor } from "@besunny/core/access/actor";
import type {
  IdentityContext,
  Log,
  PlatformContext,
  WorkspaceContext,
} from "@besunny/core/context";
import type { Health } from "@besunny/core/health";
import type { CheckedSession } from "@besunny/core/identity/check-session";

export type App = "web" | "admin";

/** What the process gives: how to make contexts, and where things are. Built once by the runtime. */
export type ApiTools = {
  log: Log;
  authSecret: string;
  urls: { web: string; admin: string; worker: string };
  /** How many proxies of ours stand before the app and write into `x-forwarded-for`. */
  trustedProxies: number;
  places: { uploads: string };
  workspaceContext(workspaceId: string, actor: Actor): WorkspaceContext;
  identityContext(from: { ip: string; userAgent: string }): IdentityContext;
  platformContext(actor: PlatformContext["actor"]): PlatformContext;
  /** Lets whoever sends it see how the process is, from anywhere. */
  metricsToken: string | undefined;
  health: Health;
};

/** One request. Who it is from is looked up at most once, when somebody asks. */
export type RequestContext = {
  app: App;
  traceId: string;
  log: Log;
  urls: ApiTools["urls"];
  identity: IdentityContext;
  session(): Promise<CheckedSession | null>;
  workspace(): Promise<WorkspaceContext | null>;
  /** The same, looked up anew: for what outlives the request's beginning. */
  workspaceNow(): Promise<WorkspaceContext | null>;
  platform(): Promise<PlatformContext | null>;
};
