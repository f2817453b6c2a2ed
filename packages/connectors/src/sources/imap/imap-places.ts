import type { Account, RootRef } from "../source";
import { takeSnapshot } from "./imap-changes";
import { foldersOf, pathOf } from "./imap-folders";
import type { Session } from "./imap-session";

export type Place = { path: string; validity: string; uid: number };
type Known = { places: Map<string, Place>; marks: string | null };

const MOST_ROOTS = 8;

/**
 * Remembers in which folder and under which number each mail was seen last. An id does not say so, because a mail may move. What is not
 * known is found by reading the keys of the whole root, once for each state of the mailbox.
 */
export function createPlaces() {
  const roots = new Map<string, Known>();

  const knownOf = (account: Account, root: RootRef): Known => {
    const key = `${account.id}\0${pathOf(root)}`;
    const known = roots.get(key) ?? { places: new Map(), marks: null };
    roots.delete(key);
    roots.set(key, known);
    const [oldest] = roots.keys();
    if (roots.size > MOST_ROOTS && oldest !== undefined) roots.delete(oldest);
    return known;
  };

  return {
    note(account: Account, root: RootRef, id: string, place: Place): void {
      knownOf(account, root).places.set(id, place);
    },
    known: (account: Account, root: RootRef, id: string): Place | null =>
      knownOf(account, root).places.get(id) ?? null,
    /** Looks for a mail that is not where it was. */
    async find(session: Session, account: Account, root: RootRef, id: string) {
      const known = knownOf(account, root);
      const marks = JSON.stringify(await foldersOf(session, root));
      if (known.marks !== marks) {
        known.places = placesIn(await takeSnapshot(session, root));
        known.marks = marks;
      }
      return known.places.get(id) ?? null;
    },
  };
}

function placesIn(snapshot: Awaited<ReturnType<typeof takeSnapshot>>): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [path, { validity, ids }] of snapshot) {
    for (const [uid, id] of ids) places.set(id, { path, validity, uid });
  }
  return places;
}
