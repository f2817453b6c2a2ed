import type { Limiter } from "../limiter";
import type { Change, ChangedPage, Source } from "../source";
import { compareWith, takeSnapshot } from "./imap-changes";
import { readCursor, writeCursor } from "./imap-cursor";
import { fetchMail } from "./imap-fetching";
import { foldersOf, openFolder, pathOf, rootsOf } from "./imap-folders";
import { ofKeys, readMails } from "./imap-items";
import { listMails } from "./imap-listing";
import { createPlaces } from "./imap-places";
import { createSessions } from "./imap-session";

export type ImapTools = {
  limiter: Limiter;
  /** Mail servers of the own network: hosts, addresses, networks. All others must be public. */
  allowList?: readonly string[];
  pageSize?: number;
  /** A connection waits that long for the next request. 0: it is closed after each. */
  idleMs?: number;
};

/** Any mailbox by IMAP. The settings of its accounts are `host`, `port`, `secure` and `user`; the token is the password. */
export function createImap({
  limiter,
  allowList = [],
  pageSize = 500,
  idleMs = 15_000,
}: ImapTools): Source & Required<Pick<Source, "listen" | "count">> & { close(): void } {
  const sessions = createSessions({ limiter, allowList, idleMs });
  const places = createPlaces();

  return {
    facts: {
      provider: "imap",
      kinds: ["imap"],
      scopes: [],
      canPush: true,
      canReadGrants: false,
      quota: { fetchesPerMinute: 1200, itemsPerPage: pageSize },
    },
    async verify(account) {
      const session = await sessions.take(account);
      await session.end();
      const { host = "", user = account.address ?? "" } = account.settings;
      const address = user.includes("@") ? user : `${user}@${host}`;
      // Signing in proves the mailbox, and not that mail to this address reaches it.
      return {
        subject: `${user}@${host}`,
        address,
        isAddressProven: false,
        tenant: null,
        scopes: [],
      };
    },
    async *listRoots(account, within, query) {
      const session = await sessions.take(account);
      try {
        yield* await rootsOf(session, within, query);
      } finally {
        await session.end();
      }
    },
    async begin(account, root) {
      const session = await sessions.take(account);
      try {
        return writeCursor(await takeSnapshot(session, root));
      } finally {
        await session.end();
      }
    },
    async *enumerate(account, root, at, signal) {
      const session = await sessions.take(account, signal);
      try {
        for await (const listed of listMails(session, root, at, pageSize)) {
          const { page, path, validity, uids } = listed;
          for (const [id, uid] of uids) places.note(account, root, id, { path, validity, uid });
          yield page;
          signal.throwIfAborted();
        }
      } finally {
        await session.end();
      }
    },
    async *changes(account, root, since, signal) {
      const before = readCursor(since);
      const session = await sessions.take(account, signal);
      try {
        const { changes, after } = await compareWith(session, root, before);
        yield* pagesOf(changes, { since, cursor: writeCursor(after), pageSize });
      } finally {
        await session.end();
      }
    },
    async fetch(account, item, into, signal) {
      const session = await sessions.take(account, signal);
      try {
        return await fetchMail(session, { account, item, into, places, signal });
      } finally {
        await session.end();
      }
    },
    /** The numbers are those of STATUS. Copies of a mail are one item, so the keys are read to find them. */
    async count(account, root) {
      const session = await sessions.take(account);
      try {
        let stated = 0;
        let read = 0;
        const ids = new Set<string>();
        for (const { path, messages } of await foldersOf(session, root)) {
          stated += messages;
          if (messages === 0) continue;
          await openFolder(session, path);
          for await (const { id } of readMails(session, "1:*", ofKeys)) {
            read += 1;
            ids.add(id);
          }
        }
        return stated - (read - ids.size);
      } finally {
        await session.end();
      }
    },
    async listen(account, root, onNews, signal) {
      const session = await sessions.take(account, signal);
      const { client } = session;
      const [first] = pathOf(root) ? [pathOf(root)] : ["INBOX"];
      client.on("exists", onNews).on("expunge", onNews);
      try {
        await openFolder(session, first ?? "INBOX");
        while (!signal.aborted) await session.run("read", () => client.idle());
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        client.off("exists", onNews).off("expunge", onNews);
        client.close();
        await session.end();
      }
    },
    close: sessions.close,
  };
}

/** Until the last page the cursor stays, so that a look which broke off is asked again as a whole. */
function* pagesOf(
  changes: readonly Change[],
  { since, cursor, pageSize }: { since: string; cursor: string; pageSize: number },
): Generator<ChangedPage> {
  for (let at = 0; at + pageSize < changes.length; at += pageSize) {
    yield { changes: changes.slice(at, at + pageSize), cursor: since, isLast: false };
  }
  const rest = changes.length === 0 ? 0 : changes.length % pageSize || pageSize;
  yield { changes: changes.slice(changes.length - rest), cursor, isLast: true };
}
