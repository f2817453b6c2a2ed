import type { Answer, Asked } from "../serving/asked";
import type { WorldFile } from "../world";
import { QueryError, readQuery, type Test } from "./drive-query";
import { fileView, isMember, isVisible } from "./drive-view";
import { googleError, invalidToken, parameter } from "./errors";
import { addressOf, isTrue, seal, sizeOf, unseal } from "./google-routes";

type ListToken = { query: string; after: string };

/** Answers `files.list`. A page token belongs to its query. */
export function listFiles(asked: Asked, lists: Map<string, WorldFile[]>): Answer {
  const { world, query } = asked;
  const corpora = query.get("corpora") ?? (query.get("driveId") ? "drive" : "user");
  const driveId = query.get("driveId");
  const isAll = isTrue(asked, "includeItemsFromAllDrives") && isTrue(asked, "supportsAllDrives");
  if (corpora === "drive" && (!driveId || !isAll)) {
    return googleError(
      403,
      "teamDrivesParentLimit",
      "The driveId, includeItemsFromAllDrives and supportsAllDrives parameters are required.",
    );
  }
  if (driveId && !findDrive(asked, driveId)) return driveNotFound(driveId);
  const scope = [corpora, driveId, isAll, query.get("q")].join("|");
  const token = unseal<ListToken>(query.get("pageToken"));
  if (query.get("pageToken") && token?.query !== scope) return invalidToken();
  const key = `${addressOf(asked)}|${world.journal.length}|${scope}`;
  try {
    const test = readQuery(query.get("q") ?? "", { world, address: addressOf(asked) });
    const found = lists.get(key) ?? matching(asked, { test, driveId, isAll });
    lists.clear();
    lists.set(key, found);
    return pageOf(asked, found, scope, token?.after ?? "");
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    if (error.message.startsWith("File not found")) return notFound("");
    return googleError(400, "invalid", "Invalid Value", parameter("q"));
  }
}

function matching(
  asked: Asked,
  { test, driveId, isAll }: { test: Test; driveId: string | null; isAll: boolean },
) {
  const { world } = asked;
  return [...world.files.values()]
    .filter((file) => {
      const drive = world.drives.get(file.driveId);
      if (driveId ? file.driveId !== driveId : drive?.kind !== "own" && !isAll) return false;
      return isVisible(world, file, addressOf(asked)) && test(file);
    })
    .sort((one, two) => (one.id < two.id ? -1 : 1));
}

function pageOf(asked: Asked, found: WorldFile[], scope: string, after: string): Answer {
  const size = sizeOf(asked, "pageSize", 100, 1000);
  const from = found.findIndex(({ id }) => id > after);
  const page = from < 0 ? [] : found.slice(from, from + size);
  const last = page.at(-1)?.id ?? "";
  const isWhole = from < 0 || from + size >= found.length;
  return {
    list: "files",
    json: {
      kind: "drive#fileList",
      incompleteSearch: false,
      files: page.map((file) => fileView(asked.world, file, addressOf(asked))),
      ...(!isWhole && { nextPageToken: seal({ query: scope, after: last } satisfies ListToken) }),
    },
  };
}

/** Returns a shared drive that the account is in. */
export const findDrive = (asked: Asked, id: string) => {
  const drive = asked.world.drives.get(id);
  return drive?.service === "google" && drive.kind !== "own" && isMember(drive, addressOf(asked))
    ? drive
    : null;
};

export const driveNotFound = (id: string): Answer =>
  googleError(404, "notFound", `Shared drive not found: ${id}`, parameter("driveId"));

export const notFound = (id: string): Answer =>
  googleError(404, "notFound", `File not found: ${id}.`, parameter("fileId"));
