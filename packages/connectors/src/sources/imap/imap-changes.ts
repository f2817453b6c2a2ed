import type { Change, Item, RootRef } from "../source";
import type { FolderState, Snapshot } from "./imap-cursor";
import { cursorLost } from "./imap-failures";
import { type Folder, foldersOf, openFolder } from "./imap-folders";
import { ofKeys, rangeOf, readItems, readMails } from "./imap-items";
import { uidsWithin } from "./imap-listing";
import type { Session } from "./imap-session";

/** Reads which mails are in the folders of a root. */
export async function takeSnapshot(session: Session, root: RootRef): Promise<Snapshot> {
  const snapshot: Snapshot = new Map();
  for (const { path } of await foldersOf(session, root)) {
    const { messages, ...opened } = await openFolder(session, path);
    const ids = new Map<number, string>();
    if (messages > 0) {
      for await (const { uid, id } of readMails(session, "1:*", ofKeys)) {
        if (uid < opened.next) ids.set(uid, id);
      }
    }
    snapshot.set(path, { ...opened, ids });
  }
  return snapshot;
}

/** Compares a root with a snapshot. A mail is gone when no folder of the root holds it any more. */
export async function compareWith(
  session: Session,
  root: RootRef,
  before: Snapshot,
): Promise<{ changes: Change[]; after: Snapshot }> {
  const after: Snapshot = new Map();
  const seen = new Map<string, Item>();
  for (const folder of await foldersOf(session, root)) {
    const known = before.get(folder.path) ?? null;
    if (known && known.validity !== folder.validity) throw cursorLost();
    if (known && isUnchanged(folder, known)) {
      after.set(folder.path, known);
      continue;
    }
    const { state, items } = await lookInto(session, folder, known);
    after.set(folder.path, state);
    for (const item of items) seen.set(item.id, joined(item, seen.get(item.id)));
  }
  const went = goneFrom(before, after);
  await readWhatStays(session, went, after, seen);
  const changes: Change[] = [...seen.values()].map((item) => ({ kind: "is", item }));
  const left = idsIn(after);
  for (const id of new Set(went.map(({ id }) => id))) {
    if (!left.has(id)) changes.push({ kind: "gone", id, why: "deleted" });
  }
  return { changes, after };
}

/** Numbers are never given twice, so equal marks mean equal mails. The count of changes may differ by a flag. */
function isUnchanged(folder: Folder, known: FolderState): boolean {
  return folder.next === known.next && folder.messages === known.ids.size;
}

/** Reads what is new in a folder, and finds which numbers went. */
async function lookInto(session: Session, folder: Folder, known: FolderState | null) {
  const { messages, ...opened } = await openFolder(session, folder.path, known ?? undefined);
  if (known && known.validity !== opened.validity) throw cursorLost();
  const from = known?.next ?? 1;
  const ids = new Map(known?.ids);
  for (const uid of session.vanished) ids.delete(uid);
  const items: Item[] = [];
  if (opened.next > from) {
    // A range that ends in `*` always holds the last mail, however old.
    for (const { uid, item } of await readItems(session, folder, `${from}:*`)) {
      if (uid < from || uid >= opened.next) continue;
      ids.set(uid, item.id);
      items.push(item);
    }
  }
  // Without QRESYNC, or if it did not tell all, the numbers themselves are compared.
  if (ids.size !== messages) {
    const there = new Set(messages > 0 ? await uidsWithin(session, "1:*") : []);
    for (const uid of ids.keys()) if (!there.has(uid)) ids.delete(uid);
  }
  const state: FolderState = { ...opened, ids };
  return { state, items: items.filter(({ id }) => idsOf(state).has(id)) };
}

const idsOf = (() => {
  const known = new WeakMap<FolderState, Set<string>>();
  return (state: FolderState): Set<string> => {
    const ids = known.get(state) ?? new Set(state.ids.values());
    known.set(state, ids);
    return ids;
  };
})();

const idsIn = (snapshot: Snapshot): Set<string> =>
  new Set([...snapshot.values()].flatMap((state) => [...idsOf(state)]));

/** Returns the ids that a folder held before and holds no more. */
function goneFrom(before: Snapshot, after: Snapshot): { path: string; id: string }[] {
  return [...before].flatMap(([path, state]) => {
    const now = after.get(path);
    if (now === state) return [];
    return [...idsOf(state)]
      .filter((id) => !now || !idsOf(now).has(id))
      .map((id) => ({ path, id }));
  });
}

/** A copy in another folder stays: the mail is reported again with the folders that it is in. */
async function readWhatStays(
  session: Session,
  went: readonly { id: string }[],
  after: Snapshot,
  seen: Map<string, Item>,
): Promise<void> {
  const ids = new Set(went.map(({ id }) => id).filter((id) => !seen.has(id)));
  if (ids.size === 0) return;
  for (const [path, state] of after) {
    const uids = [...state.ids].filter(([, id]) => ids.has(id)).map(([uid]) => uid);
    if (uids.length === 0) continue;
    await openFolder(session, path);
    const isDrafts = false;
    for (const { item } of await readItems(session, { path, isDrafts }, rangeOf(uids))) {
      seen.set(item.id, joined(item, seen.get(item.id)));
    }
  }
}

/** One mail in two folders is one item with both. */
function joined(item: Item, other: Item | undefined): Item {
  if (!item.mail || !other?.mail) return item;
  const labels = [...new Set([...other.mail.labels, ...item.mail.labels])];
  return { ...item, mail: { ...item.mail, labels } };
}
