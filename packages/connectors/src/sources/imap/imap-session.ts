import { ImapFlow, type Logger } from "imapflow";

import { createAddressGuard, isPublicUnicast } from "../../guarded-address";
import { resolveGuarded } from "../../guarded-fetch";
import { SourceFailure } from "../failures";
import type { Limiter } from "../limiter";
import type { Account } from "../source";
import { type Deed, imapFailure, isRefusedSignIn, signInRefused } from "./imap-failures";

export type SessionTools = {
  limiter: Limiter;
  /** Hosts, addresses and networks of the own network that may be dialled. */
  allowList: readonly string[];
  /** A connection is kept that long for the next request. */
  idleMs: number;
};

/** A signed-in connection that one caller uses at a time. */
export type Session = {
  client: ImapFlow;
  /** Ids of mails that a server with QRESYNC said are gone, while a folder was opened. */
  vanished: Set<number>;
  /** Runs requests; what goes wrong becomes a `SourceFailure`, or the reason of the signal. */
  run<Result>(deed: Deed, act: () => Promise<Result>): Promise<Result>;
  /** Hands the connection back. One in an unknown state is closed. */
  end(): Promise<void>;
};

type Kept = {
  client: ImapFlow;
  vanished: Set<number>;
  throttle: { ms: number | null };
  key: string;
};
export type Sessions = ReturnType<typeof createSessions>;

const IDLE_RESTART_MS = 25 * 60_000;

/** Keeps the connections to mail servers: signing in for each mail would be slow, and servers count it. */
export function createSessions(tools: SessionTools) {
  const idle = new Map<string, { kept: Kept; timer: NodeJS.Timeout }[]>();

  const takeIdle = (accountId: string, key: string): Kept | null => {
    const waiting = idle.get(accountId) ?? [];
    for (let found = waiting.pop(); found; found = waiting.pop()) {
      clearTimeout(found.timer);
      if (found.kept.key === key && found.kept.client.usable) return found.kept;
      found.kept.client.close();
    }
    return null;
  };
  const giveBack = async (accountId: string, kept: Kept) => {
    const { client } = kept;
    // A server ends a connection whose open folder is renamed.
    if (client.usable && client.mailbox) await client.mailboxClose().catch(() => client.close());
    if (!client.usable || tools.idleMs === 0) return client.close();
    const waiting = idle.get(accountId) ?? [];
    const entry = { kept, timer: setTimeout(() => leave(), tools.idleMs).unref() };
    const leave = () => {
      waiting.splice(waiting.indexOf(entry), 1);
      kept.client.close();
    };
    waiting.push(entry);
    idle.set(accountId, waiting);
  };

  return {
    async take(account: Account, signal?: AbortSignal): Promise<Session> {
      signal?.throwIfAborted();
      await tools.limiter.pass({ provider: "imap", accountId: account.id }, signal);
      const password = await account.token();
      const kept =
        takeIdle(account.id, keyOf(account, password)) ?? (await signIn(tools, account, password));
      return sessionOf(kept, { ...tools, account, signal, giveBack });
    },
    /** Closes the connections that wait. */
    close(): void {
      for (const waiting of idle.values()) {
        for (const { kept, timer } of waiting.splice(0)) {
          clearTimeout(timer);
          kept.client.close();
        }
      }
    },
  };
}

function sessionOf(
  kept: Kept,
  {
    account,
    signal,
    limiter,
    giveBack,
  }: SessionTools & {
    account: Account;
    signal: AbortSignal | undefined;
    giveBack: (accountId: string, kept: Kept) => Promise<void>;
  },
): Session {
  const { client, vanished, throttle } = kept;
  const stop = () => client.close();
  signal?.addEventListener("abort", stop, { once: true });
  return {
    client,
    vanished,
    async run(deed, act) {
      signal?.throwIfAborted();
      try {
        const result = await act();
        limiter.passed("imap", account.id);
        return result;
      } catch (error) {
        signal?.throwIfAborted();
        const told = throttle.ms === null ? error : { throttleReset: throttle.ms };
        const failure = await imapFailure(told, { deed, limiter, accountId: account.id });
        if (failure.kind !== "item-gone" && failure.kind !== "item-forbidden") client.close();
        throw failure;
      }
    },
    async end() {
      signal?.removeEventListener("abort", stop);
      await giveBack(account.id, kept);
    },
  };
}

/** A refused password is asked for once more: a person may just have changed it. */
async function signIn(tools: SessionTools, account: Account, password: string): Promise<Kept> {
  try {
    return await connect(tools, account, password);
  } catch (error) {
    if (!isRefusedSignIn(error)) throw await failed(tools, account, error);
  }
  const other = await account.refresh();
  try {
    return await connect(tools, account, other);
  } catch (error) {
    throw isRefusedSignIn(error) ? signInRefused() : await failed(tools, account, error);
  }
}

const failed = ({ limiter }: SessionTools, { id }: Account, error: unknown) =>
  imapFailure(error, { deed: "connect", limiter, accountId: id });

async function connect(tools: SessionTools, account: Account, password: string): Promise<Kept> {
  const { host, port, isSecure, user } = settingsOf(account);
  const address = await resolveGuarded(host, tools.allowList);
  const isOwnNetwork =
    createAddressGuard(tools.allowList).trustsHost(host) || !isPublicUnicast(address);
  const vanished = new Set<number>();
  const throttle: Kept["throttle"] = { ms: null };
  const client: ImapFlow = new ImapFlow({
    // The address that was checked is the one that is dialled; the name is for the certificate.
    host: address,
    servername: host,
    port,
    secure: isSecure,
    // A password does not cross a foreign network in the open.
    ...(!isSecure && !isOwnNetwork && { doSTARTTLS: true }),
    auth: { user, pass: password },
    clientInfo: { name: "BeSunny" },
    logger: noting((ms) => {
      throttle.ms = ms;
      // The wait begins after the entry of the log, and only a wait that has begun can be ended.
      setImmediate(() => client.close());
    }),
    qresync: true,
    disableAutoIdle: true,
    maxIdleTime: IDLE_RESTART_MS,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 120_000,
    expungeHandler: ({ uid, vanished: isVanished }) => {
      if (isVanished && uid !== undefined) vanished.add(uid);
    },
  });
  // Without a listener an error of an idle connection would end the process. Requests reject with it anyway.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw throttle.ms === null ? error : { throttleReset: throttle.ms };
  }
  return { client, vanished, throttle, key: keyOf(account, password) };
}

/**
 * imapflow waits by itself, up to five minutes, when a server asks for a pause, and then tries again. It tells so in its log alone.
 * Nothing else of the log is kept.
 */
function noting(onThrottled: (ms: number) => void): Logger {
  const ignore = () => {};
  return {
    debug: ignore,
    info: ignore,
    error: ignore,
    warn: (entry: { throttleDelay?: unknown }) => {
      if (typeof entry?.throttleDelay === "number") onThrottled(entry.throttleDelay);
    },
  };
}

function settingsOf({ settings, address }: Account) {
  const { host, user = address } = settings;
  const isSecure = settings.secure !== "false";
  const port = Number(settings.port ?? (isSecure ? 993 : 143));
  if (!host || !user || !Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new SourceFailure("refused", "The mail server is not fully named.", { code: "settings" });
  }
  return { host, port, isSecure, user };
}

const keyOf = ({ settings }: Account, password: string) => JSON.stringify([settings, password]);
