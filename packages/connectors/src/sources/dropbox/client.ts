import { Dropbox, type DropboxResponse, DropboxResponseError, type users } from "dropbox";

import type { About } from "../about";
import type { Limiter } from "../limiter";
import { patientFetch } from "../patient-fetch";
import type { Account } from "../source";
import { down, failureOf, failureOfError, type Told } from "./errors";

export type DropboxTools = {
  limiter: Limiter;
  /** One address in place of api., content. and notify.dropboxapi.com. Null: Dropbox itself. */
  apiUrl?: string | null;
  /** How many milliseconds Dropbox may be silent. */
  patience?: number;
};

export type Box = ReturnType<ReturnType<typeof createDropboxOpener>>;

const CONTENT = "https://content.dropboxapi.com";

/**
 * Returns a function that opens Dropbox for an account. The space of a team shows itself only to requests that name its root; the root is read
 * once, and again when Dropbox refuses it.
 */
export function createDropboxOpener(tools: DropboxTools) {
  const roots = new Map<string, string | null>();
  return (account: Account, signal?: AbortSignal) => openDropbox(tools, roots, account, signal);
}

function openDropbox(
  tools: DropboxTools,
  roots: Map<string, string | null>,
  account: Account,
  signal?: AbortSignal,
) {
  const paced = pacerOf(tools, account, signal);

  const told = async <Thing>(asked: () => Promise<Thing>, about: About): Promise<Thing> => {
    try {
      return await asked();
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof DropboxResponseError)) throw failureOfError(error);
      throw failureOf(error.status, toldBy(error), about);
    }
  };
  /** Calls the SDK with a fresh token, and once more with another if Dropbox refuses it. */
  const withToken = async <Result>(
    root: string | null,
    act: (sdk: Dropbox) => Promise<DropboxResponse<Result>>,
  ): Promise<Result> => {
    const sdkWith = (accessToken: string) =>
      new Dropbox({ accessToken, fetch: paced, ...(root && { pathRoot: headerOf(root) }) });
    try {
      return resultOf(await act(sdkWith(await account.token())));
    } catch (error) {
      if (!isRefusedToken(error)) throw error;
      return resultOf(await act(sdkWith(await account.refresh())));
    }
  };
  const readAccount = () =>
    told(() => withToken(null, (sdk) => sdk.usersGetCurrentAccount()), "account");
  const rootOf = async (): Promise<string | null> => {
    const known = roots.get(account.id);
    if (known !== undefined) return known;
    const root = teamRootOf(await readAccount());
    roots.set(account.id, root);
    return root;
  };

  return {
    signal,
    readAccount,
    /** The root of the team's space. Null for a person without a team. */
    rootOf,
    /** Calls the SDK. */
    async call<Result>(
      about: About,
      act: (sdk: Dropbox) => Promise<DropboxResponse<Result>>,
    ): Promise<Result> {
      const root = await rootOf();
      return told(async () => {
        try {
          return await withToken(root, act);
        } catch (error) {
          if (!(error instanceof DropboxResponseError) || error.status !== 422) throw error;
          roots.delete(account.id);
          // A cursor of the old root is lost with it.
          if (about === "changes") throw error;
          return withToken(await rootOf(), act);
        }
      }, about);
    },
    /** Opens a stream of bytes. The SDK would hold all of them. */
    async open(route: string, argument: object): Promise<Response> {
      const ask = async (token: string) => {
        const root = await rootOf();
        return paced(`${CONTENT}/2/${route}`, {
          method: "POST",
          headers: {
            authorization: `Bearer ${token}`,
            "dropbox-api-arg": inHeader(argument),
            ...(root && { "dropbox-api-path-root": headerOf(root) }),
          },
        });
      };
      const again = async ({ status }: Response, body: Told): Promise<Response> => {
        if (status === 422) roots.delete(account.id);
        else if (status !== 401 || isAboutScope(body)) throw failureOf(status, body, "item");
        return ask(await (status === 401 ? account.refresh() : account.token()));
      };
      return told(async () => {
        const first = await ask(await account.token());
        if (first.ok) return first;
        const second = await again(first, await bodyOf(first));
        if (second.ok) return second;
        throw failureOf(second.status, await bodyOf(second), "item");
      }, "item");
    },
    /** Sends without a token, for what refuses one. */
    openly: <Result>(act: (sdk: Dropbox) => Promise<DropboxResponse<Result>>): Promise<Result> =>
      told(async () => resultOf(await act(new Dropbox({ fetch: paced }))), "changes"),
  };
}

function pacerOf(
  { limiter, apiUrl, patience }: DropboxTools,
  account: Account,
  signal?: AbortSignal,
) {
  const at = { provider: account.provider, accountId: account.id };
  return async (url: string, options: RequestInit): Promise<Response> => {
    await limiter.pass(at, signal);
    const there = apiUrl ? url.replace(/^https:\/\/\w+\.dropboxapi\.com/, apiUrl) : url;
    const response = await patientFetch(there, options, { signal, patience });
    if (response.status === 429 || response.status === 503) {
      const retryAfter = response.headers.get("retry-after") ?? (await waitToldBy(response));
      throw await limiter.refused({ ...at, scope: "account", retryAfter });
    }
    limiter.passed(at.provider, at.accountId);
    return response;
  };
}

/** The body of 429 says how long to wait as well. */
async function waitToldBy(response: Response): Promise<string | null> {
  const { error } = (await bodyOf(response)) as { error?: { retry_after?: number } };
  return error?.retry_after ? String(error.retry_after) : null;
}

async function bodyOf(response: Response): Promise<Told> {
  const text = await response.text();
  try {
    return asTold(JSON.parse(text));
  } catch {
    return {};
  }
}

/** The SDK hands over text where JSON was due. */
function resultOf<Result>({ result }: DropboxResponse<Result>): Result {
  if (typeof result === "string") throw down();
  return result;
}

const toldBy = ({ error }: DropboxResponseError<unknown>): Told => asTold(error);
const asTold = (given: unknown): Told => (typeof given === "object" && given ? given : {});

const isAboutScope = ({ error }: Told): boolean => error?.[".tag"] === "missing_scope";
const isRefusedToken = (error: unknown): boolean =>
  error instanceof DropboxResponseError && error.status === 401 && !isAboutScope(toldBy(error));

function teamRootOf({ root_info }: users.FullAccount): string | null {
  return root_info[".tag"] === "team" ? root_info.root_namespace_id : null;
}

const headerOf = (root: string): string => JSON.stringify({ ".tag": "root", root });

/** JSON for a header, which takes plain letters alone. */
function inHeader(argument: object): string {
  return JSON.stringify(argument).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
