import { OAuth2Client } from "google-auth-library";

import { SourceFailure } from "../failures";
import type { Limiter } from "../limiter";
import type { Account, AccountFacts } from "../source";
import { type About, down, failureOf, limitOf, refusalOf } from "./errors";
import { patiently, type Stop } from "./patience";

export type GoogleTools = {
  limiter: Limiter;
  /** The root of all of Google's APIs. Null: Google's own. */
  apiUrl?: string | null;
  now?: () => Date;
  /** Things of a page, below what Google allows. */
  pageSize?: number;
  /** Milliseconds to wait for an answer, and for each part of a body. */
  patience?: number;
};

/** The APIs, whose quotas are counted apart. */
export type Lane = "drive" | "gmail" | "calendar";

/** The SDK types its headers for HTTP/2 too, which is never asked for. */
export type Answered<Data> = { data: Data; headers: Headers | object };

type Act<Data> = (stop: Stop) => Promise<Answered<Data>>;

export type Google = ReturnType<typeof openGoogle>;

/**
 * Opens Google's APIs for one account. Each request takes its turn at the limiter and asks for a token. The SDK never tries again by itself: it would
 * ignore Retry-After, and know nothing of Google's 403s.
 */
export function openGoogle(tools: GoogleTools, account: Account, lane: Lane, signal?: AbortSignal) {
  const { limiter, apiUrl } = tools;
  const auth = new OAuth2Client();
  const at = { provider: account.provider, accountId: account.id };
  /** Given to each factory of the SDK. */
  const options = {
    auth,
    retry: false,
    retryConfig: { retry: 0 },
    ...(apiUrl && { rootUrl: `${apiUrl}/` }),
  };

  const patience = tools.patience ?? 60_000;

  const once = async <Data>(units: number, act: Act<Data>, token: string) => {
    await limiter.pass({ ...at, units, lane }, signal);
    auth.setCredentials({ access_token: token });
    const answered = await patiently(patience, signal, act);
    limiter.passed(at.provider, at.accountId);
    return answered;
  };

  const told = async (error: unknown, about: About): Promise<unknown> => {
    signal?.throwIfAborted();
    if (error instanceof SourceFailure) return error;
    const refusal = refusalOf(error);
    // Words that Google did not write may be anything: they could hold the request.
    if (!refusal) return down();
    const scope = limitOf(refusal);
    if (!scope) return failureOf(refusal, about);
    return limiter.refused({ ...at, scope, retryAfter: refusal.retryAfter });
  };

  /** Makes a request. A token that is refused is refreshed once. */
  const call = async <Data>(
    { units, about }: { units: number; about: About },
    act: Act<Data>,
  ): Promise<Answered<Data>> => {
    try {
      const token = await account.token();
      return await once(units, act, token).catch(async (error) => {
        if (refusalOf(error)?.status !== 401) throw error;
        return once(units, act, await account.refresh());
      });
    } catch (error) {
      throw await told(error, about);
    }
  };

  return {
    account,
    signal,
    options,
    patience,
    call,
    /** Makes a request whose answer is JSON. */
    async ask<Data extends object>(
      how: { units: number; about: About; isRight?: (data: Data) => boolean },
      act: Act<Data>,
    ): Promise<Data> {
      const { data } = await call(how, act);
      // The SDK returns what is no JSON as a text, with no error: a listing would look whole and empty.
      if (typeof data !== "object" || data === null) throw down();
      if (how.isRight && !how.isRight(data)) throw down();
      return data;
    },
    /** Posts to one of the addresses of sign-in, which are in no SDK. */
    post<Data>(about: About, vendorUrl: string, doublePath: string, body: URLSearchParams) {
      const url = apiUrl ? `${apiUrl}${doublePath}` : vendorUrl;
      return call({ units: 1, about }, (stop) =>
        auth.request<Data>({
          ...stop,
          url,
          method: "POST",
          data: body,
          retry: false,
          retryConfig: { retry: 0 },
        }),
      );
    },
  };
}

type TokenInfo = {
  sub?: string;
  email?: string;
  email_verified?: string | boolean;
  scope?: string;
};

/** Returns what Google says of the token: whose it is, and what it may. */
export async function verifyToken(google: Google): Promise<AccountFacts> {
  const { data } = await google.post<TokenInfo>(
    "account",
    "https://oauth2.googleapis.com/tokeninfo",
    "/oauth/google/tokeninfo",
    new URLSearchParams(),
  );
  if (typeof data !== "object" || !data.sub) throw down();
  return {
    subject: data.sub,
    address: data.email ?? google.account.address ?? "",
    isAddressProven: String(data.email_verified) === "true",
    tenant: null,
    scopes: (data.scope ?? "").split(" ").filter((scope) => scope !== ""),
  };
}

/** Takes the access back at Google. */
export async function revokeToken(google: Google): Promise<void> {
  const token = await google.account.token();
  const body = new URLSearchParams({ token });
  await google.post(
    "account",
    "https://oauth2.googleapis.com/revoke",
    "/oauth/google/revoke",
    body,
  );
}
