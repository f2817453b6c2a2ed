import type { Asked } from "../serving/asked";
import type { Entry, World, WorldFile } from "../world";
import { fileView, isDeleted, isMember, isVisible, maySee } from "./drive-view";
import { invalidToken } from "./errors";
import { isTrue, seal, sizeOf, unseal } from "./google-routes";

type Token = { seq: number; drive: string | null; account: string };

/** Returns the token of "now" for a list of changes. It never expires. */
export const startToken = (world: World, account: string, drive: string | null): string =>
  seal({ seq: world.journal.length, drive, account } satisfies Token);

/** Returns a page of changes. Each file comes once, at the place of its latest change. */
export function listChanges(asked: Asked, deadTokens: ReadonlySet<string>) {
  const { world, query } = asked;
  const address = asked.caller?.address ?? "";
  const text = query.get("pageToken");
  const token = unseal<Token>(text);
  const drive = query.get("driveId");
  const isWrong = !token || token.account !== address || token.drive !== drive;
  if (isWrong || deadTokens.has(text ?? "")) return invalidToken();
  const size = sizeOf(asked, "pageSize", 100, 1000);
  const latest = new Map<string, Entry>();
  for (const entry of world.journal.slice(token.seq)) {
    const key = `${entry.thing} ${entry.id}`;
    latest.delete(key);
    latest.set(key, entry);
  }
  const found: { seq: number; change: object }[] = [];
  let last = world.journal.length;
  for (const entry of latest.values()) {
    const change = changeOf(asked, entry, drive, address);
    if (!change) continue;
    if (found.length === size) {
      last = found.at(-1)?.seq ?? last;
      break;
    }
    found.push({ seq: entry.seq, change });
  }
  const isWhole = last === world.journal.length;
  const next = seal({ seq: last, drive, account: address } satisfies Token);
  return {
    list: "changes",
    json: {
      kind: "drive#changeList",
      changes: found.map(({ change }) => change),
      ...(isWhole ? { newStartPageToken: next } : { nextPageToken: next }),
    },
  };
}

function changeOf(asked: Asked, entry: Entry, drive: string | null, address: string) {
  const { world } = asked;
  if (entry.thing === "drive") return driveChange(asked, entry, drive, address);
  const file = entry.thing === "file" ? world.files.get(entry.id) : undefined;
  if (!file) return null;
  const shape = (removed: boolean) => ({
    kind: "drive#change",
    type: "file",
    changeType: "file",
    time: entry.at.toISOString(),
    fileId: file.id,
    removed,
    ...(!removed && { file: fileView(world, file, address) }),
  });
  const isHere = isInFeed(asked, file.driveId, drive, address);
  if (isHere && isVisible(world, file, address)) return shape(false);
  if (!isTrue(asked, "includeRemoved", true)) return null;
  return wasHere(asked, entry, file, drive, address) ? shape(true) : null;
}

/** Returns whether changes of a drive are in the feed: its own feed, or the feed of the person. */
function isInFeed(asked: Asked, driveId: string, feed: string | null, address: string): boolean {
  if (feed) return driveId === feed;
  const drive = asked.world.drives.get(driveId);
  if (drive?.kind === "own") return true;
  const isAll = isTrue(asked, "includeItemsFromAllDrives") && isTrue(asked, "supportsAllDrives");
  return (
    isAll && !isTrue(asked, "restrictToMyDrive") && drive !== undefined && isMember(drive, address)
  );
}

/** Returns whether the account could see the file before it went. Accounts that never saw it hear nothing. */
function wasHere(
  asked: Asked,
  entry: Entry,
  file: WorldFile,
  feed: string | null,
  address: string,
): boolean {
  const { world } = asked;
  const [from] = entry.from ?? [];
  const before = from ? (world.files.get(from)?.driveId ?? from) : file.driveId;
  const drive = world.drives.get(before);
  if (!drive || !isInFeed(asked, before, feed, address)) return false;
  if (isDeleted(world, file)) return maySee(world, file, address) || isMember(drive, address);
  return entry.what === "shared" || (entry.what === "moved" && before !== file.driveId)
    ? isMember(drive, address) || entry.what === "shared"
    : false;
}

/** A shared drive that was deleted is in the feed of the person alone, never in its own. */
function driveChange(asked: Asked, entry: Entry, feed: string | null, address: string) {
  const drive = asked.world.drives.get(entry.id);
  if (feed || !drive || drive.kind === "own" || drive.service !== "google") return null;
  if (!drive.members.includes(address) || !isTrue(asked, "includeItemsFromAllDrives")) return null;
  return {
    kind: "drive#change",
    type: "drive",
    changeType: "drive",
    time: entry.at.toISOString(),
    driveId: drive.id,
    removed: entry.what === "deleted",
  };
}
