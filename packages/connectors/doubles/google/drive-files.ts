import { type Answer, type Asked, rangeOf } from "../serving/asked";
import { type Content, contentOf, type WorldFile } from "../world";
import { notFound } from "./drive-list";
import { fileView, isMember, isNative, isVisible, permissionsOf } from "./drive-view";
import { googleError, parameter } from "./errors";
import { addressOf, isTrue, seal, sizeOf, unseal } from "./google-routes";

const MOST_EXPORTED = 10 * 1024 ** 2;
/** The formats that each kind of Google's own files can be exported to. */
const exports: Record<string, string[]> = {
  document: [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/pdf",
    "text/plain",
  ],
  spreadsheet: [
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/pdf",
    "text/csv",
  ],
  presentation: [
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/pdf",
    "text/plain",
  ],
  drawing: ["application/pdf", "image/png"],
};

/** Returns the file, if this account and this request can see it: those of shared drives need `supportsAllDrives`. */
function findFile(asked: Asked): WorldFile | null {
  const { world, params } = asked;
  const file = world.files.get(params.id ?? "");
  if (!file || !isVisible(world, file, addressOf(asked))) return null;
  const isShared = world.drives.get(file.driveId)?.kind !== "own";
  return isShared && !isTrue(asked, "supportsAllDrives") ? null : file;
}

export function getFile(asked: Asked): Answer {
  const { world, params, query } = asked;
  const id = params.id ?? "";
  const top = topFolder(asked, id);
  if (top) return { json: top };
  const file = findFile(asked);
  if (!file) return notFound(id);
  if (query.get("alt") !== "media") return { json: fileView(world, file, addressOf(asked)) };
  return download(asked, file);
}

/** The folder at the top of a drive, which is no file of the world. `root` is that of the person. */
function topFolder(asked: Asked, id: string) {
  const drives = [...asked.world.drives.values()].filter(({ service }) => service === "google");
  const drive = drives.find(
    (one) =>
      one.id === id || (id === "root" && one.kind === "own" && one.owner === addressOf(asked)),
  );
  if (!drive || !isMember(drive, addressOf(asked))) return null;
  const mimeType = "application/vnd.google-apps.folder";
  const base = { kind: "drive#file", id: drive.id, name: drive.name, mimeType, trashed: false };
  return drive.kind === "own" ? { ...base, ownedByMe: true } : { ...base, driveId: drive.id };
}

function download(asked: Asked, file: WorldFile): Answer {
  if (isNative(file) || file.isFolder || file.shortcutOf) {
    return googleError(
      403,
      "fileNotDownloadable",
      "Only files with binary content can be downloaded. Use Export with Docs Editors files.",
      parameter("alt"),
    );
  }
  if (file.marks.includes("no-download")) {
    return googleError(403, "cannotDownloadFile", "This file cannot be downloaded by the user.");
  }
  if (file.marks.includes("malware") && !isTrue(asked, "acknowledgeAbuse")) {
    return googleError(
      403,
      "cannotDownloadAbusiveFile",
      "This file has been identified as malware or spam and cannot be downloaded.",
    );
  }
  const part = rangeOf(asked, file.content.size);
  const type = { "content-type": file.mediaType };
  if (!part) return { content: file.content, headers: type };
  const range = `bytes ${part.from}-${part.to - 1}/${file.content.size}`;
  return { status: 206, content: file.content, part, headers: { ...type, "content-range": range } };
}

export function exportFile(asked: Asked): Answer {
  const file = findFile(asked);
  if (!file) return notFound(asked.params.id ?? "");
  const kind = file.mediaType.replace("application/vnd.google-apps.", "");
  if (!isNative(file) || !exports[kind]) {
    return googleError(403, "fileNotExportable", "Export only supports Docs Editors files.");
  }
  const mimeType = asked.query.get("mimeType") ?? "";
  if (!exports[kind].includes(mimeType)) {
    return googleError(
      400,
      "badRequest",
      "The requested conversion is not supported.",
      parameter("convertTo"),
    );
  }
  const content = exported(file.content, mimeType);
  if (content.size > MOST_EXPORTED) {
    return googleError(403, "exportSizeLimitExceeded", "This file is too large to be exported.");
  }
  return { content, headers: { "content-type": mimeType } };
}

/** A text is far smaller than what else it can be exported to. This double writes texts only, under all names. */
function exported(content: Content, mimeType: string): Content {
  if (!mimeType.startsWith("text/") || content.size <= MOST_EXPORTED) return content;
  const size = Math.floor(content.size / 4);
  return size > MOST_EXPORTED ? content : contentOf(content.bytes(0, size));
}

export function listPermissions(asked: Asked): Answer {
  const file = findFile(asked);
  if (!file) return notFound(asked.params.id ?? "");
  const { world } = asked;
  const drive = world.drives.get(file.driveId);
  if (!drive || !isMember(drive, addressOf(asked))) {
    return googleError(
      403,
      "insufficientFilePermissions",
      "The user does not have sufficient permissions for this file.",
    );
  }
  const all = permissionsOf(world, file);
  const token = unseal<{ from: number }>(asked.query.get("pageToken"));
  const size = sizeOf(asked, "pageSize", 100, 100);
  const from = token?.from ?? 0;
  const isWhole = from + size >= all.length;
  const permissions = all.slice(from, from + size);
  const next = seal({ from: from + size });
  return {
    json: { kind: "drive#permissionList", permissions, ...(!isWhole && { nextPageToken: next }) },
  };
}
