import type { DriveItem } from "@microsoft/microsoft-graph-types";

import { type Answer, type Asked, type Route, rangeOf } from "../serving/asked";
import { allBelow } from "../tree";
import type { Entry, World, WorldDrive, WorldFile } from "../world";
import { forbidden, notFound, offsetPage, one, refusal, type Settings, trouble } from "./answers";
import { answerDelta, type Feed } from "./deltas";
import {
  childrenOf,
  deletedOf,
  filesOf,
  foldersAbove,
  isThere,
  itemOf,
  rootOf,
  staleOf,
} from "./items";
import { permissionsOf } from "./permissions";

/** The routes of drives and sites. */
export function driveRoutes(settings: Settings): Route[] {
  const drive = (path: string, answer: (asked: Asked, drive: WorldDrive) => Answer): Route => ({
    method: "GET",
    path: `/v1.0/drives/:drive${path}`,
    answer: (asked) => {
      const found = asked.world.drives.get(asked.params.drive ?? "");
      if (!found || found.isDeleted || found.service !== "microsoft") return notFound();
      return found.isReadable && maySee(found, asked) ? answer(asked, found) : forbidden();
    },
  });
  const item = (
    path: string,
    answer: (asked: Asked, drive: WorldDrive, file: WorldFile) => Answer,
  ): Route =>
    drive(`/items/:item${path}`, (asked, found) => {
      const file = asked.world.files.get(asked.params.item ?? "");
      const isHere = file?.driveId === found.id && isThere(asked.world, file);
      return isHere ? answer(asked, found, file) : notFound();
    });
  const children = (asked: Asked, found: WorldDrive, folder: string | null) => {
    const files = childrenOf(asked.world, found, folder);
    const items = files.map((file) => itemOf(asked.world, found, file));
    return offsetPage("DriveItem", items, asked, settings);
  };

  return [
    { method: "GET", path: "/v1.0/me/drive", answer: ownDrive },
    { method: "GET", path: "/v1.0/sites", answer: (asked) => sites(asked, settings) },
    {
      method: "GET",
      path: "/v1.0/sites/:site/drives",
      answer: (asked) => libraries(asked, settings),
    },
    drive("/root/delta", (asked, found) =>
      answerDelta(asked, feedOf(asked.world, found), settings),
    ),
    drive("/root", (asked, found) => one("DriveItem", rootOf(asked.world, found), asked)),
    drive("/root/children", (asked, found) => children(asked, found, null)),
    drive("/root/search(q=':text')", (asked, found) => search(asked, found, settings)),
    drive("/items/:item/search(q=':text')", (asked, found) => search(asked, found, settings)),
    drive("/items/:item/delta", () =>
      refusal(400, "invalidRequest", "Delta is supported on the root of a drive only."),
    ),
    item("", (asked, found, file) => one("DriveItem", itemOf(asked.world, found, file), asked)),
    item("/children", (asked, found, file) => children(asked, found, file.id)),
    item("/permissions", (asked, found, file) =>
      offsetPage("Permission", permissionsOf(asked.world, found, file), asked, settings),
    ),
    item("/content", content),
    { method: "GET", path: "/_download/:file/:until", isOpen: true, answer: download },
  ];
}

const maySee = (drive: WorldDrive, { caller }: Asked): boolean =>
  drive.owner === caller?.address || drive.members.includes(caller?.address ?? "");

function driveJson(drive: WorldDrive) {
  const driveType = drive.kind === "site" ? "documentLibrary" : "business";
  return { id: drive.id, name: drive.name, driveType };
}

const microsoftDrives = ({ world }: Asked, kind: WorldDrive["kind"]) =>
  [...world.drives.values()].filter(
    (drive) => drive.service === "microsoft" && drive.kind === kind && !drive.isDeleted,
  );

function ownDrive(asked: Asked): Answer {
  const own = microsoftDrives(asked, "own").find((drive) => maySee(drive, asked));
  return own ? one("Drive", driveJson(own), asked) : notFound();
}

/** Each library of the world is in a site of its own. */
function sites(asked: Asked, settings: Settings): Answer {
  const text = asked.query.get("search") ?? "";
  if (!text) return refusal(400, "invalidRequest", "A search needs words, or *.");
  const found = microsoftDrives(asked, "site").filter(
    (drive) => maySee(drive, asked) && (text === "*" || isNamed(drive.name, text)),
  );
  const json = found.map(({ id, name }) => ({ id: `site-${id}`, name, displayName: name }));
  return offsetPage("Site", json, asked, settings);
}

function libraries(asked: Asked, settings: Settings): Answer {
  const found = microsoftDrives(asked, "site").find(({ id }) => `site-${id}` === asked.params.site);
  if (!found) return notFound();
  return maySee(found, asked)
    ? offsetPage("Drive", [driveJson(found)], asked, settings)
    : forbidden();
}

const isNamed = (name: string, text: string) => name.toLowerCase().includes(text.toLowerCase());

function search(asked: Asked, drive: WorldDrive, settings: Settings): Answer {
  const text = (asked.params.text ?? "").replaceAll("''", "'");
  const within = asked.params.item;
  const found = filesOf(asked.world, drive).filter(
    (file) =>
      isNamed(file.name, text) &&
      (!within || foldersAbove(asked.world, file).some(({ id }) => id === within)),
  );
  const items = found.map((file) => itemOf(asked.world, drive, file));
  return offsetPage("DriveItem", items, asked, settings);
}

/** The bytes are elsewhere, at an address that holds for an hour and carries its own right. */
function content(asked: Asked, _drive: WorldDrive, file: WorldFile): Answer {
  if (file.marks.includes("malware")) return refusal(403, "malwareDetected", "Malware detected");
  if (file.isFolder) return trouble("bad-request", 400);
  const until = asked.world.now().getTime() + 3_600_000;
  return { status: 302, headers: { location: `${asked.origin}/_download/${file.id}/${until}` } };
}

/** The place of the bytes refuses a request that carries a token, as it takes it for one of its own. */
function download(asked: Asked): Answer {
  const file = asked.world.files.get(asked.params.file ?? "");
  if (asked.headers.authorization) return trouble("unauthorized", 401);
  if (!file || !isThere(asked.world, file)) return notFound();
  if (Number(asked.params.until) < asked.world.now().getTime()) return trouble("unauthorized", 401);
  const part = rangeOf(asked, file.content.size);
  return { content: file.content, ...(part && { part, status: 206 }) };
}

function feedOf(world: World, drive: WorldDrive): Feed {
  return {
    type: "DriveItem",
    place: drive.id,
    isDrive: true,
    listed: () => {
      const items = filesOf(world, drive).map((file) => itemOf(world, drive, file));
      const changed = items.filter(({ eTag }) => !eTag?.endsWith(',1"'));
      return [rootOf(world, drive), ...changed.map(staleOf), ...items];
    },
    changed: (since, until) =>
      world.journal
        .slice(since, until)
        .flatMap((entry) => told(world, drive, entry, isLastOf(world, entry, until))),
  };
}

const isLastOf = (world: World, { seq, id }: Entry, until: number) =>
  !world.journal.slice(seq, until).some((later) => later.id === id);

/**
 * Returns the items of a delta for an entry: the item, after the folders above it, which count as changed too. The descendants of a folder that was
 * renamed, moved or deleted are left out. Those of a restored one are new.
 */
function told(world: World, drive: WorldDrive, entry: Entry, isLast: boolean): DriveItem[] {
  const file = entry.thing === "file" ? world.files.get(entry.id) : undefined;
  if (!file) return [];
  if (file.driveId !== drive.id) {
    const from = entry.from?.[0] ?? "";
    const fromDrive = world.files.get(from)?.driveId ?? from;
    return fromDrive === drive.id ? [deletedOf(drive, file.id)] : [];
  }
  if (file.isTrashed || file.isDeleted) return [rootOf(world, drive), deletedOf(drive, file.id)];
  if (!isThere(world, file)) return [];
  const item = itemOf(world, drive, file);
  const above = foldersAbove(world, file).map((folder) => itemOf(world, drive, folder));
  const below = entry.what === "restored" ? belowOf(world, drive, file.id) : [];
  return [rootOf(world, drive), ...above, isLast ? item : staleOf(item), ...below];
}

function belowOf(world: World, drive: WorldDrive, folder: string): DriveItem[] {
  return allBelow(world, folder)
    .filter((file) => isThere(world, file))
    .map((file) => itemOf(world, drive, file));
}
