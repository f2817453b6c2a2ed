import { type LookupAddress, type LookupOptions, lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";

import { Agent, buildConnector, type RequestInit, Response, fetch as undiciFetch } from "undici";

import { AddressRefused, createAddressGuard } from "./guarded-address";

type LookupAll = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export type GuardedFetch = (url: string | URL, asked?: GuardedRequest) => Promise<Response>;

export type GuardedRequest = Pick<RequestInit, "method" | "headers" | "body"> & {
  signal?: AbortSignal;
  /** Of the whole exchange, with the body. */
  timeoutMs?: number;
  /** The bytes that are read of the answer. Reading more rejects with `AnswerTooLarge`. */
  mostBytes?: number;
  /** 0: a redirect is an answer like any other. Each address on the way is checked. */
  mostRedirects?: number;
};

/** The error for an answer with more bytes than were asked for. */
export class AnswerTooLarge extends Error {
  override readonly name = "AnswerTooLarge";
}

const SECONDS = 1000;
const MEGABYTE = 1024 ** 2;
const redirects = new Set([301, 302, 303, 307, 308]);
/** They belong to the host that they were meant for. */
const personal = ["authorization", "cookie", "proxy-authorization"];

/**
 * Returns the one fetch for addresses that people give. The address that is dialled must be public unicast, or in the operator's
 * list. It is checked after the name was resolved and before the connection, so that a name cannot lead elsewhere in between.
 */
export function createGuardedFetch({
  allowList = [],
  lookup = systemLookup as LookupAll,
}: {
  allowList?: readonly string[];
  lookup?: LookupAll;
} = {}): GuardedFetch {
  const dispatcher = guardedAgent({ allowList, lookup });
  return async (given, asked = {}) => {
    const {
      signal,
      timeoutMs = 15 * SECONDS,
      mostBytes = 10 * MEGABYTE,
      mostRedirects = 0,
      ...init
    } = asked;
    const ends = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
    let url = webAddress(given);
    let request: RequestInit = init;
    for (let count = 0; ; count++) {
      const response = await send(url, { ...request, dispatcher, signal: ends });
      const to = response.headers.get("location");
      if (count >= mostRedirects || !to || !redirects.has(response.status)) {
        return limited(response, mostBytes);
      }
      await response.body?.cancel();
      const next = webAddress(new URL(to, url));
      request = follow(request, { from: url, to: next, status: response.status });
      url = next;
    }
  };
}

/** Returns a lookup that yields allowed addresses alone. Sockets dial what it yields, and ask no second time. */
export function guardedLookup({
  allowList = [],
  lookup = systemLookup as LookupAll,
}: {
  allowList?: readonly string[];
  lookup?: LookupAll;
}): LookupFunction {
  const guard = createAddressGuard(allowList);
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, "");
      const isTrusted = guard.trustsHost(host);
      const isSafe = addresses.every(({ address }) => isTrusted || guard.allows(address));
      const [first] = addresses;
      if (!first || !isSafe) return done(refusalOf(host), "");
      if (options.all) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
}

/** Resolves a host that people gave to one address that may be dialled, or rejects with `AddressRefused`. */
export async function resolveGuarded(
  host: string,
  allowList: readonly string[],
  lookup?: LookupAll,
): Promise<string> {
  const guard = createAddressGuard(allowList);
  const bare = host.replace(/^\[(.+)\]$/, "$1");
  if (isIP(bare)) {
    if (guard.allows(bare)) return bare;
    throw refusalOf(host);
  }
  const find = guardedLookup({ allowList, ...(lookup && { lookup }) });
  return new Promise((resolve, reject) => {
    find(bare, {}, (error, address) => (error ? reject(error) : resolve(address as string)));
  });
}

function guardedAgent(given: { allowList: readonly string[]; lookup: LookupAll }): Agent {
  const guard = createAddressGuard(given.allowList);
  const connect = buildConnector({ timeout: 10 * SECONDS, lookup: guardedLookup(given) });
  return new Agent({
    // No answer is worth a connection that stays open to an address that people gave.
    keepAliveTimeout: SECONDS,
    connect(options, done) {
      // A host that is an address is dialled without a lookup.
      const bare = options.hostname.replace(/^\[(.+)\]$/, "$1");
      if (isIP(bare) && !guard.allows(bare)) return done(refusalOf(bare), null);
      return connect(options, done);
    },
  });
}

const refusalOf = (host: string) =>
  new AddressRefused(`${host} is not an address of the public network.`);

function webAddress(given: string | URL): URL {
  const url = new URL(given);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new AddressRefused("Only http and https addresses can be asked.");
  }
  if (url.username || url.password) {
    throw new AddressRefused("The address must not hold a name or a password.");
  }
  return url;
}

async function send(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await undiciFetch(url, { ...init, redirect: "manual" });
  } catch (error) {
    // fetch wraps what the connection said.
    const { cause } = error as { cause?: unknown };
    throw cause instanceof AddressRefused ? cause : error;
  }
}

/** Returns the request for the next address, as fetch would make it. */
function follow(
  { headers, body, method, ...rest }: RequestInit,
  { from, to, status }: { from: URL; to: URL; status: number },
): RequestInit {
  if (from.protocol === "https:" && to.protocol === "http:") {
    throw new AddressRefused("The address leads from https to http.");
  }
  const kept = new Headers(headers as HeadersInit);
  if (from.origin !== to.origin) for (const name of personal) kept.delete(name);
  const isAskedAgain = status === 307 || status === 308;
  if (isAskedAgain && body && from.origin !== to.origin) {
    throw new AddressRefused("The address sends what was posted to another host.");
  }
  if (!isAskedAgain) kept.delete("content-type");
  const way = isAskedAgain ? { method, body } : { method: method === "HEAD" ? "HEAD" : "GET" };
  return { ...rest, ...way, headers: [...kept] } as RequestInit;
}

/** Returns the same answer, whose body breaks off after so many bytes. */
function limited(response: Response, mostBytes: number): Response {
  const { status, statusText, headers } = response;
  if (!response.body) return response;
  const body = atMost(response.body as AsyncIterable<Uint8Array>, mostBytes);
  return new Response(body, { status, statusText, headers });
}

async function* atMost(body: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let left = most;
  for await (const part of body) {
    left -= part.byteLength;
    if (left < 0) throw new AnswerTooLarge(`The answer has more than ${most} bytes.`);
    yield part;
  }
}
