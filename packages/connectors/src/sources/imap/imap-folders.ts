import type { ListResponse, StatusObject } from "imapflow";

import type { Root, RootRef } from "../source";
import { rootGone } from "./imap-failures";
import type { Session } from "./imap-session";

/** A folder of the mailbox, with the marks that tell whether anything in it changed. */
export type Folder = {
  path: string;
  isDrafts: boolean;
  validity: string;
  next: number;
  messages: number;
  modseq: string | null;
};

/** Mails in these are left out of a choice of many folders: they were thrown away, are spam, or stand elsewhere as well. */
const leftOut = new Set(["\\Trash", "\\Junk", "\\All", "\\Flagged", "\\Important"]);
const statusQuery = { messages: true, uidNext: true, uidValidity: true, highestModseq: true };

/** The whole mailbox has an empty path. */
export const pathOf = (root: RootRef): string => root.path ?? "";

const isOpenable = ({ flags }: ListResponse) =>
  !flags.has("\\Noselect") && !flags.has("\\NonExistent");

/** Reads the folders of a root with their marks, in the order in which they are listed. */
export async function foldersOf(session: Session, root: RootRef): Promise<Folder[]> {
  // A server tells of an open folder what this connection has seen of it.
  if (session.client.mailbox) await session.run("read", () => session.client.mailboxClose());
  const all = await session.run("read", () => session.client.list({ statusQuery }));
  const path = pathOf(root);
  const folders = all.filter((folder) => isWithin(folder, path) && isOpenable(folder));
  if (path && !folders.some((folder) => folder.path === path)) throw rootGone();
  return folders
    .map(({ path, specialUse, status }) => ({
      path,
      isDrafts: specialUse === "\\Drafts",
      ...marksOf(status),
    }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

function isWithin({ path, delimiter, specialUse }: ListResponse, root: string): boolean {
  if (path === root) return true;
  if (root && !path.startsWith(`${root}${delimiter}`)) return false;
  return !leftOut.has(specialUse ?? "");
}

export function marksOf(status: Partial<StatusObject> | undefined) {
  return {
    validity: String(status?.uidValidity ?? 0),
    next: Number(status?.uidNext ?? 0),
    messages: Number(status?.messages ?? 0),
    modseq: status?.highestModseq ? String(status.highestModseq) : null,
  };
}

/** Opens a folder for reading alone. Returns its marks as they were at that moment. */
export async function openFolder(
  session: Session,
  path: string,
  known?: { validity: string; modseq: string | null },
) {
  session.vanished.clear();
  const since = known?.modseq
    ? { changedSince: BigInt(known.modseq), uidValidity: BigInt(known.validity) }
    : {};
  const opened = await session.run("open", () =>
    session.client.mailboxOpen(path, { readOnly: true, ...since }),
  );
  return {
    validity: String(opened.uidValidity),
    next: Number(opened.uidNext),
    messages: Number(opened.exists),
    modseq: opened.highestModseq ? String(opened.highestModseq) : null,
  };
}

/** Lists what can be chosen: the whole mailbox, and each folder with those below it. */
export async function rootsOf(
  session: Session,
  within: RootRef | undefined,
  query: string | undefined,
): Promise<Root[]> {
  const all = await session.run("read", () => session.client.list());
  const parent = within ? pathOf(within) : "";
  const wanted = query?.trim().toLowerCase();
  const folders = all.filter((folder) =>
    wanted ? folder.name.toLowerCase().includes(wanted) : folder.parentPath === parent,
  );
  const roots = folders.map((folder) => rootOf(folder, all));
  return within || wanted ? roots : [wholeMailbox(), ...roots];
}

const wholeMailbox = (): Root => ({
  ref: { path: "" },
  kind: "imap",
  name: "All folders",
  path: [],
  hasChildren: false,
  isChoosable: true,
});

function rootOf(folder: ListResponse, all: readonly ListResponse[]): Root {
  return {
    ref: { path: folder.path },
    kind: "imap",
    name: folder.name,
    path: folder.parent,
    hasChildren: all.some(({ parentPath }) => parentPath === folder.path),
    isChoosable: isOpenable(folder),
    ...(folder.specialUse === "\\All" && { warning: "all-mail" as const }),
  };
}
