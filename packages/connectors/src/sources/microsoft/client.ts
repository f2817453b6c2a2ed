import {
  Client,
  GraphError,
  type GraphRequest,
  type Middleware,
  ResponseType,
} from "@microsoft/microsoft-graph-client";

import type { About } from "../about";
import type { Limiter } from "../limiter";
import { patientFetch } from "../patient-fetch";
import type { Account } from "../source";
import { down, failureOf, failureOfError, type Refusal, refused } from "./errors";
import { costOf } from "./paces";

export type MicrosoftTools = {
  limiter: Limiter;
  /** The root of Microsoft Graph without its version. Null: that of the worldwide cloud. */
  apiUrl?: string | null;
  now?: () => Date;
  /** How many milliseconds a provider may be silent. */
  patience?: number;
  /** The version of BeSunny. Microsoft asks for it in each request. */
  version?: string;
};

/** A page of Microsoft Graph. `value` holds things of one kind. */
export type Page<Thing> = {
  value: Thing[];
  "@odata.nextLink"?: string;
  "@odata.deltaLink"?: string;
};

/** Returns where a round of a delta goes on. A page that leads nowhere is no end: taken for one, all that follows it would look gone. */
export function linksOf(page: Page<unknown>): { next: string | null; end: string | null } {
  const next = page["@odata.nextLink"] ?? null;
  const end = page["@odata.deltaLink"] ?? null;
  if (!next && !end) throw down();
  return { next, end };
}

/** The subject of a request, and its `Prefer` header. */
export type Ask = { about: About; prefer?: readonly string[] };

export type Graph = ReturnType<typeof openGraph>;

const WORLDWIDE = "https://graph.microsoft.com";
const VERSION = "v1.0";

/**
 * Opens Microsoft Graph for one account. Each request takes its turn at the limiter and asks for a token. The SDK's own retries are not
 * in the chain, so that the limiter sees every answer.
 */
export function openGraph(tools: MicrosoftTools, account: Account, signal?: AbortSignal) {
  const base = (tools.apiUrl ?? WORLDWIDE).replace(/\/+$/, "");
  const { withToken, paced } = senderOf(tools, account, signal);

  const told = async <Thing>(asked: () => Promise<Thing>, about: About): Promise<Thing> => {
    try {
      return await asked();
    } catch (error) {
      signal?.throwIfAborted();
      throw toFailure(error, about);
    }
  };
  const ask = <Thing>(
    path: string,
    { about, prefer }: Ask,
    act: (request: GraphRequest) => Promise<Thing>,
  ) =>
    told(async () => {
      // The SDK replaces what its chain throws by an error of its own, which keeps nothing of it.
      let thrown: unknown = null;
      const middleware: Middleware = {
        async execute(context) {
          context.response = await withToken(String(context.request), context.options ?? {}).catch(
            (error) => {
              thrown = error;
              throw error;
            },
          );
        },
      };
      const client = Client.initWithMiddleware({
        baseUrl: base,
        defaultVersion: VERSION,
        middleware,
      });
      const request = client.api(withinBase(base, path)).responseType(ResponseType.JSON);
      if (prefer) request.header("Prefer", prefer.join(", "));
      return act(request).catch((error) => {
        throw thrown ?? error;
      });
    }, about);

  return {
    account,
    signal,
    /** Gets JSON from a path, or from a link that an earlier page gave. */
    get: <Thing>(path: string, how: Ask): Promise<Thing> => ask(path, how, (r) => r.get()),
    post: <Thing>(path: string, body: object, how: Ask): Promise<Thing> =>
      ask(path, how, (r) => r.post(body)),
    patch: <Thing>(path: string, body: object, how: Ask): Promise<Thing> =>
      ask(path, how, (r) => r.patch(body)),
    remove: (path: string, how: Ask): Promise<void> => ask(path, how, (r) => r.delete()),
    /** Yields the pages of a listing until there is no next one. */
    async *pages<Thing>(path: string, how: Ask): AsyncGenerator<Page<Thing>> {
      for (let at: string | undefined = path; at; ) {
        const page: Page<Thing> = await this.get(at, how);
        // A good status says nothing of what the answer is.
        if (!Array.isArray(page?.value)) throw down();
        yield page;
        at = page["@odata.nextLink"];
      }
    },
    /** Opens the bytes of a path. A redirect is followed without the token: the address it names carries its own right, and refuses ours. */
    async open(path: string, { about, prefer }: Ask): Promise<Response> {
      const headers = prefer ? { prefer: prefer.join(", ") } : {};
      const options = { headers, redirect: "manual" } as const;
      const first = await told(() => withToken(`${base}/${VERSION}${path}`, options), about);
      const location = first.headers.get("location");
      if (first.status < 300 || first.status >= 400 || !location) return checked(first, about);
      await first.body?.cancel();
      const there = String(new URL(location, first.url));
      const second = await told(() => paced(there, { redirect: "error" }), about);
      if (second.status === 401) throw down();
      return checked(second, about);
    },
  };
}

function senderOf(tools: MicrosoftTools, account: Account, signal?: AbortSignal) {
  const agent = `NONISV|BeSunny|BeSunny/${tools.version ?? "1"}`;
  const { limiter } = tools;
  const at = { provider: account.provider, accountId: account.id };
  /** Sends a request in its turn. While Microsoft asks to wait (429 and 503), nothing of the account is sent. */
  const paced = async (url: string, options: RequestInit): Promise<Response> => {
    await limiter.pass({ ...at, ...costOf(url) }, signal);
    const headers = new Headers(options.headers);
    headers.set("user-agent", agent);
    const how = { signal, patience: tools.patience };
    const response = await patientFetch(url, { ...options, headers }, how);
    if (response.status === 429 || response.status === 503) {
      await response.body?.cancel();
      const retryAfter = response.headers.get("retry-after");
      throw await limiter.refused({ ...at, scope: "account", retryAfter });
    }
    limiter.passed(at.provider, at.accountId);
    return response;
  };
  const once = (url: string, options: RequestInit, token: string) => {
    const headers = new Headers(options.headers);
    headers.set("authorization", `Bearer ${token}`);
    return paced(url, { ...options, headers });
  };
  const withToken = async (url: string, options: RequestInit): Promise<Response> => {
    const response = await once(url, options, await account.token());
    if (response.status !== 401) return response;
    await response.body?.cancel();
    return once(url, options, await account.refresh());
  };
  return { withToken, paced };
}

/**
 * Returns the path within the version for a link that Microsoft gave. The SDK takes only https:// for the beginning of a link, and
 * would join others to its own. A link to any other place is refused, for it would get the token.
 */
function withinBase(base: string, path: string): string {
  if (!/^https?:/i.test(path)) return path;
  const root = `${base}/${VERSION}`;
  if (path.startsWith(`${root}/`)) return path.slice(root.length);
  throw refused("foreign-link", "Microsoft gave an address that is not its own.");
}

async function checked(response: Response, about: About): Promise<Response> {
  if (response.ok) return response;
  throw failureOf(await refusalOf(response), about);
}

async function refusalOf(response: Response): Promise<Refusal> {
  const text = await response.text();
  const location = response.headers.get("location");
  let told: { error?: { code?: string; message?: string } } = {};
  try {
    told = JSON.parse(text);
  } catch {
    // A page of HTML in place of an answer says nothing.
  }
  const { code = "", message = "" } = told.error ?? {};
  return { status: response.status, code, message, location };
}

function toFailure(error: unknown, about: About): unknown {
  if (!(error instanceof GraphError)) return failureOfError(error);
  const { statusCode, code, message, headers } = error;
  // An answer that should be JSON, and is not.
  if (!(statusCode >= 400)) return down();
  return failureOf(
    { status: statusCode, code: code ?? "", message, location: headers?.get("location") ?? null },
    about,
  );
}
