import { isFailure } from "../failures";
import type { Checkpoint, ListedPage } from "../source";
import { type Drive, type FilePage, quoted } from "./drive-client";
import { FOLDER, itemOf, type Place } from "./drive-items";
import { rootGone } from "./errors";

/** Folders that one request asks for together. The address of a request has its limits. */
const BATCH = 40;

type Flat = { page: string };
/** `queue` are folders still to list, `batch` those of the requests under way. */
type Walk = { queue: string[]; batch: string[]; page: string | null };

/** Lists a whole drive by one query, and what is below a folder by walking down. */
export function listPlace(
  drive: Drive,
  place: Place,
  at: Checkpoint | null,
): AsyncGenerator<ListedPage> {
  if (place.type === "folder") {
    const from = at ? (JSON.parse(at) as Walk) : { queue: [place.folder], batch: [], page: null };
    return walkBelow(drive, place, from);
  }
  return listFlat(drive, place, at ? (JSON.parse(at) as Flat).page : null);
}

const queries: Record<Exclude<Place["type"], "folder">, string> = {
  mine: "'me' in owners and trashed = false",
  "shared-with-me": "not 'me' in owners and trashed = false",
  drive: "trashed = false",
};

async function* listFlat(
  drive: Drive,
  place: Exclude<Place, { type: "folder" }>,
  at: string | null,
): AsyncGenerator<ListedPage> {
  const inDrive = place.type === "drive" ? place.drive : null;
  for (let page = at; ; ) {
    const { files, next } = await drive.files(queries[place.type], { drive: inDrive, page });
    page = next;
    yield {
      items: files.map(itemOf),
      next: next === null ? null : JSON.stringify({ page: next } satisfies Flat),
    };
    drive.signal?.throwIfAborted();
    if (next === null) return;
  }
}

/** Yields what is below the folders of the queue, level by level. The checkpoint holds the folders that are still to list. */
async function* walkBelow(
  drive: Drive,
  place: { folder: string; drive: string | null },
  from: Walk,
): AsyncGenerator<ListedPage> {
  let walk = from;
  for (;;) {
    if (walk.batch.length === 0) {
      walk = { queue: walk.queue.slice(BATCH), batch: walk.queue.slice(0, BATCH), page: null };
    }
    const { files, next, batch, isPartial } = await listBatch(drive, place, walk);
    const folders = files.filter(({ mimeType }) => mimeType === FOLDER).map(({ id }) => id ?? "");
    const queue = [...walk.queue, ...folders];
    walk = next ? { queue, batch, page: next } : { queue, batch: [], page: null };
    const isWhole = !next && queue.length === 0;
    yield {
      items: files.map(itemOf),
      next: isWhole ? null : JSON.stringify(walk),
      ...(isPartial && { isPartial }),
    };
    drive.signal?.throwIfAborted();
    if (isWhole) return;
  }
}

/** Lists one page of a batch. One folder that went meanwhile makes Drive refuse the whole batch: it is left out, and the rest asked again. */
async function listBatch(
  drive: Drive,
  place: { folder: string; drive: string | null },
  { batch, page }: Walk,
): Promise<FilePage & { batch: string[]; isPartial: boolean }> {
  if (batch.length === 0) return { files: [], next: null, batch, isPartial: false };
  const parents = batch.map((id) => `${quoted(id)} in parents`).join(" or ");
  const q = `(${parents}) and trashed = false`;
  try {
    return { ...(await drive.files(q, { drive: place.drive, page })), batch, isPartial: false };
  } catch (error) {
    if (!isFailure(error, "root-gone")) throw error;
  }
  const left: string[] = [];
  let isPartial = false;
  for (const id of batch) {
    const found = await lookFor(drive, id);
    if (found === "there") left.push(id);
    isPartial ||= found === "forbidden";
  }
  if (left.length === batch.length || batch.includes(place.folder)) throw rootGone();
  const rest = await listBatch(drive, place, { queue: [], batch: left, page: null });
  return { ...rest, isPartial: rest.isPartial || isPartial };
}

async function lookFor(drive: Drive, id: string): Promise<"there" | "gone" | "forbidden"> {
  try {
    return (await drive.file(id, "item", "id,trashed")).trashed === true ? "gone" : "there";
  } catch (error) {
    if (isFailure(error, "item-gone")) return "gone";
    if (isFailure(error, "item-forbidden")) return "forbidden";
    throw error;
  }
}

const COUNT_FIELDS = "id,mimeType,parents,ownedByMe";

/**
 * Counts the files of a place from one list of all that the account can see. It walks nowhere, so that it finds what a walk would miss.
 */
export async function countPlace(drive: Drive, place: Place): Promise<number> {
  const inDrive = place.type === "drive" || place.type === "folder" ? place.drive : null;
  const parentOf = new Map<string, string | null>();
  const files: { parent: string | null; isMine: boolean }[] = [];
  let page: string | null = null;
  do {
    const found: FilePage = await drive.files("trashed = false", {
      drive: inDrive,
      page,
      fields: COUNT_FIELDS,
    });
    for (const { id, mimeType, parents, ownedByMe } of found.files) {
      const parent = parents?.[0] ?? null;
      if (mimeType === FOLDER) parentOf.set(id ?? "", parent);
      else files.push({ parent, isMine: ownedByMe === true });
    }
    page = found.next;
  } while (page);
  if (place.type === "drive") return files.length;
  if (place.type !== "folder") {
    return files.filter(({ isMine }) => isMine === (place.type === "mine")).length;
  }
  const isBelow = (id: string | null): boolean =>
    id !== null && (id === place.folder || isBelow(parentOf.get(id) ?? null));
  return files.filter(({ parent }) => isBelow(parent)).length;
}
