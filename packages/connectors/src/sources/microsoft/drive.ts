import type { DriveItem } from "@microsoft/microsoft-graph-types";

import type {
  Account,
  Change,
  ChangedPage,
  Cursor,
  Item,
  ListedPage,
  RootRef,
  Source,
} from "../source";
import { type Graph, linksOf, type MicrosoftTools, openGraph, type Page } from "./client";
import { createAncestry, pathOf, walk } from "./drive-below";
import { fetchFile } from "./drive-fetch";
import { ITEM_FIELDS, isFolderItem, itemOf } from "./drive-items";
import { listDriveRoots } from "./drive-roots";
import { refused, rootGone } from "./errors";
import { grantsOf, membersOf } from "./grants";
import { signedIn } from "./scopes";
import { verify } from "./verify";
import { watching } from "./watches";

/** The place at which a look goes on. `known` are the listed folders below a chosen folder: any other one was moved in. */
type Place = { link: string; known?: string[] };

/** Folders above this number are not kept with the cursor: a cursor stays small, and a folder that moves is listed again. */
const MOST_KNOWN = 20_000;
const PAGE = 1000;

/**
 * OneDrive and the libraries of SharePoint. The delta of a drive is its listing, for paging children misses what moves meanwhile. It exists for
 * whole drives only: below a chosen folder the same delta is read, and the rest is left out here.
 */
export function createDriveSource(tools: MicrosoftTools): Source {
  const open = (account: Account, signal?: AbortSignal) => openGraph(tools, account, signal);
  return {
    facts: {
      provider: "microsoft",
      kinds: ["onedrive", "sharepoint"],
      scopes: [
        ...signedIn,
        { scope: "Files.Read.All", words: "Read the files that you can open", isNeeded: true },
        { scope: "Sites.Read.All", words: "Read the sites that you can open", isNeeded: false },
        { scope: "GroupMember.Read.All", words: "Read who is in a group", isNeeded: false },
      ],
      canPush: true,
      canReadGrants: true,
      quota: { fetchesPerMinute: 600, itemsPerPage: PAGE },
    },
    verify: (account) => verify(open(account)),
    listRoots: (account, within, query) => listDriveRoots(open(account), within, query),
    async begin(account, root) {
      const graph = open(account);
      await findFolder(graph, root);
      const path = `${deltaOf(root)}?token=latest`;
      const page = await graph.get<Page<DriveItem>>(path, { about: "root" });
      return keep({ link: linksOf(page).end ?? "" });
    },
    enumerate: (account, root, at, signal) => enumerate(open(account, signal), root, at),
    changes: (account, root, since, signal) => changes(open(account, signal), root, since),
    fetch: (account, item, into, signal) => fetchFile(open(account, signal), item, into, signal),
    grants: (account, item) => grantsOf(open(account), item),
    members: (account, group) => membersOf(open(account), group),
    count: (account, root) => count(open(account), root),
    ...watching(tools, (root) => ({ resource: pathOf(driveOf(root)), change: "updated" })),
  };
}

export function driveOf({ drive }: RootRef): string {
  if (!drive) throw refused("not-a-drive", "A site is no drive. Choose one of its libraries.");
  return drive;
}

const deltaOf = (root: RootRef) => `${pathOf(driveOf(root))}/delta`;
const keep = (place: Place): Cursor => JSON.stringify(place);

async function* enumerate(
  graph: Graph,
  root: RootRef,
  at: string | null,
): AsyncGenerator<ListedPage> {
  const first = `${deltaOf(root)}?$select=${ITEM_FIELDS}&$top=${PAGE}`;
  const path = at ? (JSON.parse(at) as Place).link : first;
  const below = belowOf(graph, root);
  await findFolder(graph, root);
  for await (const page of graph.pages<DriveItem>(path, { about: at ? "changes" : "root" })) {
    const items: Item[] = [];
    for (const found of await below.keep(lastOfEach(page.value))) {
      if (!found.deleted) items.push(itemOf(found, driveOf(root), root.kind ?? ""));
    }
    const { next } = linksOf(page);
    const isPartial = below.isPartial();
    yield { items, next: next ? keep({ link: next }) : null, ...(isPartial && { isPartial }) };
  }
}

async function* changes(graph: Graph, root: RootRef, since: Cursor): AsyncGenerator<ChangedPage> {
  const place = JSON.parse(since) as Place;
  const known = new Set(place.known);
  const below = belowOf(graph, root);
  for await (const page of graph.pages<DriveItem>(place.link, { about: "changes" })) {
    const found = lastOfEach(page.value);
    const kept = new Set(await below.keep(found));
    const changed: Change[] = [];
    for (const one of found) {
      if (isTop(one, root) && one.deleted) throw rootGone();
      if (isTop(one, root)) continue;
      if (one.deleted || !kept.has(one)) changed.push(leave(one, known));
      else changed.push({ kind: "is", item: itemOf(one, driveOf(root), root.kind ?? "") });
    }
    for (const one of root.folder ? kept : []) {
      if (isFolderItem(one) && !one.deleted)
        changed.push(...(await movedIn(graph, root, one, known)));
    }
    const { next, end } = linksOf(page);
    const link = next ?? end ?? place.link;
    const isKept = root.folder && known.size <= MOST_KNOWN;
    yield {
      changes: changed,
      cursor: keep({ link, ...(isKept && { known: [...known] }) }),
      isLast: !next,
    };
  }
}

function leave(found: DriveItem, known: Set<string>): Change {
  const id = found.id ?? "";
  known.delete(id);
  return { kind: "gone", id, why: found.deleted ? "deleted" : "outside" };
}

/** A folder that was moved in comes alone: its descendants have not changed, and are listed here. */
async function movedIn(
  graph: Graph,
  root: RootRef,
  folder: DriveItem,
  known: Set<string>,
): Promise<Change[]> {
  const id = folder.id ?? "";
  if (known.has(id)) return [];
  known.add(id);
  const changed: Change[] = [];
  for await (const children of walk(graph, driveOf(root), id)) {
    for (const child of children) {
      if (isFolderItem(child) && child.id) known.add(child.id);
      changed.push({ kind: "is", item: itemOf(child, driveOf(root), root.kind ?? "") });
    }
  }
  return changed;
}

/** A delta of the drive goes on when the chosen folder is gone, so that it is asked for by itself. */
async function findFolder(graph: Graph, root: RootRef): Promise<void> {
  if (!root.folder) return;
  await graph.get(`${pathOf(driveOf(root), root.folder)}?$select=id`, { about: "root" });
}

function belowOf(graph: Graph, root: RootRef) {
  const ancestry = root.folder ? createAncestry(graph, driveOf(root), root.folder) : null;
  return {
    isPartial: () => ancestry?.isPartial() === true,
    async keep(page: DriveItem[]): Promise<DriveItem[]> {
      const others = page.filter((one) => !isTop(one, root));
      if (!ancestry) return others;
      ancestry.learn(page);
      const kept: DriveItem[] = [];
      for (const one of others) if (await ancestry.isBelow(one)) kept.push(one);
      return kept;
    },
  };
}

const isTop = (found: DriveItem, root: RootRef) => Boolean(found.root) || found.id === root.folder;

/** A page may tell the same item several times. The last one holds. */
function lastOfEach(found: readonly DriveItem[]): DriveItem[] {
  const last = new Map<string, DriveItem>();
  for (const one of found) {
    last.delete(one.id ?? "");
    last.set(one.id ?? "", one);
  }
  return [...last.values()];
}

async function count(graph: Graph, root: RootRef): Promise<number> {
  let files = 0;
  for await (const children of walk(graph, driveOf(root), root.folder, "id,folder")) {
    files += children.filter((child) => !isFolderItem(child)).length;
  }
  return files;
}
