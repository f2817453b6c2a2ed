import type { Checkpoint, ListedPage, RootRef } from "../source";
import { cursorLost } from "./imap-failures";
import { type Folder, foldersOf, openFolder } from "./imap-folders";
import { rangeOf, readItems } from "./imap-items";
import type { Session } from "./imap-session";

type Place = { path: string; validity: string; below: number };

/** Lists the mails of a root, folder by folder, the newest first. */
export async function* listMails(
  session: Session,
  root: RootRef,
  at: Checkpoint | null,
  pageSize: number,
): AsyncGenerator<{ page: ListedPage; path: string; validity: string; uids: Map<string, number> }> {
  const start = at === null ? null : (JSON.parse(at) as Place);
  const folders = (await foldersOf(session, root)).filter(
    ({ path, messages }) => (messages > 0 && path >= (start?.path ?? "")) || path === start?.path,
  );
  for (const [index, folder] of folders.entries()) {
    const isLast = index === folders.length - 1;
    const begun = start?.path === folder.path ? start : null;
    for await (const { items, below } of pagesOf(session, folder, begun, pageSize)) {
      const { path, validity } = folder;
      const next =
        below === null
          ? placeOf(isLast ? null : folders[index + 1])
          : JSON.stringify({ path, validity, below } satisfies Place);
      const page = { items: items.map(({ item }) => item), next };
      yield { page, path, validity, uids: new Map(items.map(({ item, uid }) => [item.id, uid])) };
    }
  }
  if (folders.length === 0) {
    yield { page: { items: [], next: null }, path: "", validity: "", uids: new Map() };
  }
}

const placeOf = (folder: Folder | null | undefined): Checkpoint | null =>
  folder
    ? JSON.stringify({ path: folder.path, validity: folder.validity, below: 0 } satisfies Place)
    : null;

/** `below` is where the folder goes on, and null at its end. */
async function* pagesOf(
  session: Session,
  folder: Folder,
  begun: Place | null,
  pageSize: number,
): AsyncGenerator<{ items: Awaited<ReturnType<typeof readItems>>; below: number | null }> {
  const opened = await openFolder(session, folder.path);
  if (begun && begun.validity !== opened.validity) throw cursorLost();
  // 0 is a folder that was not begun.
  let below: number | null = begun?.below || opened.next;
  while (below !== null) {
    const { uids, hasMore } = await uidsBelow(session, below, pageSize);
    const items = uids.length > 0 ? await readItems(session, folder, rangeOf(uids)) : [];
    below = hasMore ? (uids.at(-1) ?? null) : null;
    yield { items, below };
  }
}

/** Finds the highest numbers below one. Long folders are not asked for all their numbers. */
async function uidsBelow(session: Session, below: number, count: number) {
  const found: number[] = [];
  let to = below - 1;
  for (let span = count * 4; to >= 1 && found.length <= count; span *= 4) {
    const from = Math.max(1, to - span + 1);
    found.push(...(await uidsWithin(session, `${from}:${to}`)).reverse());
    to = from - 1;
  }
  return { uids: found.slice(0, count), hasMore: found.length > count };
}

/** Returns the numbers of the open folder within a range, the lowest first. */
export async function uidsWithin(session: Session, uid: string): Promise<number[]> {
  const found = await session.run("read", () => session.client.search({ uid }, { uid: true }));
  return (found || []).sort((one, other) => one - other);
}
