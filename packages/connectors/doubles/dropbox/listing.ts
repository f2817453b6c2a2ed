import { type Answer, type Asked, jsonOf } from "../serving/asked";
import type { World } from "../world";
import { deletedOf, type Entry, entryOf, fileOf } from "./entries";
import { type Ledger, pathOf, spacesOf } from "./ledger";
import { checked } from "./schema";

/** The settings of the double of Dropbox, beside what the world knows. */
export type Settings = {
  pageSize: number;
  /** How long who waited shall stay away. */
  backoffSeconds: number;
  /** The root of the team's space of people who are in a team. */
  teams: Map<string, string>;
  oldestCursor: number;
  cursors: number;
  rounds: Map<number, Entry[]>;
};

/** The content of a cursor. Its caller sees one opaque word. */
type Cursor = {
  number: number;
  /** The place in small letters, or the id of a folder. */
  path: string;
  isRecursive: boolean;
  team: string | null;
  /** The number of notes that were sent, or that are part of the listing. */
  since: number;
  round: number | null;
  told: number;
};

export type Space = { world: World; ledger: Ledger; settings: Settings };

const pack = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString("base64url");

function unpack(text: string): Cursor | null {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return null;
  }
}

export function conflict(tag: string, error: object): Answer {
  return { status: 409, json: { error_summary: `${tag}/..`, error } };
}

export const notFound = (): Answer =>
  conflict("path/not_found", { ".tag": "path", path: { ".tag": "not_found" } });

/** The root that the request names, if the person may name it; or the refusal. */
export function teamOf(asked: Asked, settings: Settings): { team: string | null } | Answer {
  const header = asked.headers["dropbox-api-path-root"];
  if (!header) return { team: null };
  const { root } = JSON.parse(String(header)) as { root?: string };
  const right = settings.teams.get(asked.caller?.address ?? "");
  if (right === root) return { team: root ?? null };
  const error = { ".tag": "invalid_root", invalid_root: { ".tag": "user" } };
  return { status: 422, json: { error_summary: "invalid_root/..", error } };
}

export function listFolder(asked: Asked, space: Space, isStart: boolean): Answer {
  const { settings, ledger } = space;
  const found = teamOf(asked, settings);
  if (!("team" in found)) return found;
  ledger.catchUp();
  const given = jsonOf<{ path: string; recursive?: boolean; limit?: number }>(asked);
  if (given.path === "/") {
    return { status: 400, text: 'Specify the root folder as an empty string rather than as "/".' };
  }
  const cursor: Cursor = {
    number: 0,
    path: given.path,
    isRecursive: given.recursive ?? false,
    team: found.team,
    since: ledger.notes.length,
    round: null,
    told: 0,
  };
  const trouble = troubleOf(asked, space, cursor);
  if (trouble) return trouble;
  if (!isStart)
    return { json: checked("ListFolderGetLatestCursorResult", { cursor: give(settings, cursor) }) };
  const round = settings.rounds.size;
  settings.rounds.set(round, entriesOf(asked, space, cursor));
  return pageOf(asked, space, { ...cursor, round });
}

export function listFolderContinue(asked: Asked, space: Space): Answer {
  const { settings, ledger } = space;
  const found = teamOf(asked, settings);
  if (!("team" in found)) return found;
  ledger.catchUp();
  const cursor = unpack(jsonOf<{ cursor: string }>(asked).cursor);
  if (!cursor) return { status: 400, text: "Invalid cursor" };
  if (cursor.number < settings.oldestCursor) return conflict("reset", { ".tag": "reset" });
  return troubleOf(asked, space, cursor) ?? pageOf(asked, space, cursor);
}

/** Answers if something waits behind a cursor. No token may come with the question. */
export function longpoll(asked: Asked, space: Space): Answer {
  if (asked.headers.authorization)
    return { status: 400, text: "This route takes no authorization." };
  const { cursor: text, timeout = 30 } = jsonOf<{ cursor: string; timeout?: number }>(asked);
  if (timeout < 30 || timeout > 480) return { status: 400, text: "timeout: out of range" };
  const cursor = unpack(text);
  if (!cursor) return { status: 400, text: "Invalid cursor" };
  if (cursor.number < space.settings.oldestCursor) return conflict("reset", { ".tag": "reset" });
  space.ledger.catchUp();
  const changes = space.ledger.notes.length > cursor.since;
  return {
    json: checked("ListFolderLongpollResult", { changes, backoff: space.settings.backoffSeconds }),
  };
}

function troubleOf(asked: Asked, space: Space, cursor: Cursor): Answer | null {
  const address = asked.caller?.address ?? "";
  const spaces = spacesOf(space.world, address, cursor.team);
  if (spaces.length === 0 || spaces.some(({ drive }) => !drive.isReadable)) return notFound();
  return cursor.path && folderPath(asked, space, cursor) === null ? notFound() : null;
}

/** The path of the folder that a cursor is of: given by its id, or by its place in letters of any size. */
function folderPath(asked: Asked, space: Space, { path, team }: Cursor): string | null {
  if (!path.startsWith("id:")) {
    const found = allOf(asked, space, team).find(
      ({ at }) => at.toLowerCase() === path.toLowerCase(),
    );
    return found ? found.at : null;
  }
  return placed(asked, space, team, path)?.at ?? null;
}

/** All that an account sees, with its path as the account sees it. */
export function allOf(asked: Asked, { world }: Space, team: string | null) {
  const spaces = spacesOf(world, asked.caller?.address ?? "", team);
  return [...world.files.values()].flatMap((file) => {
    const space = spaces.find(({ drive }) => drive.id === file.driveId);
    const path = space ? pathOf(world, file) : null;
    return space && path ? [{ file, at: shown(path, space) }] : [];
  });
}

/** The file with this id, as the account sees it. */
export function placed(asked: Asked, { world }: Space, team: string | null, id: string) {
  const file = fileOf(world, id);
  const spaces = spacesOf(world, asked.caller?.address ?? "", team);
  const space = spaces.find(({ drive }) => drive.id === file?.driveId);
  const path = file && space ? pathOf(world, file) : null;
  return file && space && path ? { file, at: shown(path, space) } : null;
}

const shown = (path: string, { drive, at }: { drive: { id: string }; at: string }) =>
  `${at}${path.slice(drive.id.length + 1)}`;

const isWithin = (path: string, folder: string, isRecursive: boolean): boolean => {
  const low = path.toLowerCase();
  const place = folder.toLowerCase();
  if (!low.startsWith(`${place}/`)) return isRecursive && low === place && place !== "";
  return isRecursive || !low.slice(place.length + 1).includes("/");
};

function entriesOf(asked: Asked, space: Space, cursor: Cursor): Entry[] {
  const folder = cursor.path ? (folderPath(asked, space, cursor) ?? "") : "";
  return allOf(asked, space, cursor.team)
    .filter(({ at }) => isWithin(at, folder, cursor.isRecursive))
    .map(({ file, at }) => entryOf(file, at));
}

function changesOf(asked: Asked, space: Space, cursor: Cursor): Entry[] {
  const folder = cursor.path ? (folderPath(asked, space, cursor) ?? "") : "";
  const spaces = spacesOf(space.world, asked.caller?.address ?? "", cursor.team);
  return space.ledger.notes.slice(cursor.since).flatMap((note) => {
    const where = spaces.find(({ drive }) => note.path.startsWith(`/${drive.id}/`));
    if (!where) return [];
    const path = shown(note.path, where);
    if (!isWithin(path, folder, cursor.isRecursive)) return [];
    if (note.kind === "deleted") return [deletedOf(path)];
    const file = fileOf(space.world, note.id);
    // A later note says so of each thing that is no longer there.
    return file && pathOf(space.world, file) === note.path ? [entryOf(file, path)] : [];
  });
}

function pageOf(asked: Asked, space: Space, cursor: Cursor): Answer {
  const { settings, ledger } = space;
  const isListing = cursor.round !== null;
  const all = isListing
    ? (settings.rounds.get(cursor.round ?? -1) ?? [])
    : changesOf(asked, space, cursor);
  const limit = jsonOf<{ limit?: number }>(asked).limit ?? settings.pageSize;
  const entries = all.slice(cursor.told, cursor.told + Math.min(limit, settings.pageSize));
  const told = cursor.told + entries.length;
  const has_more = told < all.length;
  const since = isListing ? cursor.since : ledger.notes.length;
  const next = has_more ? { ...cursor, told } : { ...cursor, since, round: null, told: 0 };
  const json = checked("ListFolderResult", { entries, cursor: give(settings, next), has_more });
  return { json, list: "entries", units: 1 };
}

function give(settings: Settings, cursor: Cursor): string {
  settings.cursors += 1;
  return pack({ ...cursor, number: settings.cursors });
}
