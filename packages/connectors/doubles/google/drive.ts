import { type Answer, type Asked, jsonOf, type Manner } from "../serving/asked";
import type { World, WorldFile } from "../world";
import { createChannels } from "./channels";
import { listChanges, startToken } from "./drive-changes";
import { exportFile, getFile, listPermissions } from "./drive-files";
import { driveNotFound, findDrive, listFiles } from "./drive-list";
import { googleError, googleTrouble, parameter } from "./errors";
import { addressOf, type GoogleRoute, googleRoutes, seal, sizeOf, unseal } from "./google-routes";
import { createQuota } from "./quota";

const A_DAY = 24 * 60 * 60 * 1000;

/** Drive v3. Units are those of projects that were made since May 2026. */
export function driveDouble(world: World): Manner {
  const quota = createQuota({ limit: 325_000, name: "DefaultQuotaUnitsPerMinutePerUser" });
  const channels = createChannels(world, { longest: 7 * A_DAY, prefix: "drive" });
  const dead = new Set<string>();
  const lists = new Map<string, WorldFile[]>();
  const routes: GoogleRoute[] = [
    { method: "GET", path: "/drive/v3/about", schema: "About", units: 5, answer: about },
    {
      method: "GET",
      path: "/drive/v3/files",
      schema: "FileList",
      units: 100,
      defaults: "kind,nextPageToken,incompleteSearch,files(kind,id,name,mimeType)",
      answer: (asked) => listFiles(asked, lists),
    },
    {
      method: "GET",
      path: "/drive/v3/files/:id",
      schema: "File",
      units: ({ query }) => (query.get("alt") === "media" ? 200 : 5),
      defaults: "kind,id,name,mimeType",
      answer: getFile,
    },
    {
      method: "GET",
      path: "/drive/v3/files/:id/export",
      schema: null,
      units: 200,
      answer: exportFile,
    },
    {
      method: "GET",
      path: "/drive/v3/files/:id/permissions",
      schema: "PermissionList",
      units: 100,
      defaults: "kind,nextPageToken,permissions(id,type,kind,role)",
      answer: listPermissions,
    },
    {
      method: "GET",
      path: "/drive/v3/changes/startPageToken",
      schema: "StartPageToken",
      units: 5,
      answer: getStart,
    },
    {
      method: "GET",
      path: "/drive/v3/changes",
      schema: "ChangeList",
      units: 100,
      defaults:
        "kind,nextPageToken,newStartPageToken,changes(kind,type,changeType,time,removed,fileId,file(kind,id,name,mimeType))",
      answer: (asked) => feedOf(asked, () => listChanges(asked, dead)),
    },
    {
      method: "POST",
      path: "/drive/v3/changes/watch",
      schema: "Channel",
      units: 5,
      answer: (asked) => watch(asked),
    },
    {
      method: "POST",
      path: "/drive/v3/channels/stop",
      schema: null,
      units: 5,
      answer: (asked) => stop(asked),
    },
    {
      method: "GET",
      path: "/drive/v3/drives",
      schema: "DriveList",
      units: 100,
      answer: listDrives,
    },
    { method: "GET", path: "/drive/v3/drives/:id", schema: "Drive", units: 5, answer: getDrive },
  ];
  const watch = (asked: Asked): Answer => {
    const wanted = jsonOf<{ id?: string; type?: string; address?: string }>(asked);
    if (!wanted.id || wanted.type !== "web_hook" || !wanted.address) {
      return googleError(400, "required", "Required");
    }
    if (channels.has(wanted.id))
      return googleError(400, "channelIdNotUnique", `Channel id ${wanted.id} not unique`);
    if (!asked.query.get("pageToken"))
      return googleError(400, "required", "Required", parameter("pageToken"));
    return {
      json: channels.open(wanted, `drive/v3/changes?driveId=${asked.query.get("driveId") ?? ""}`),
    };
  };
  const stop = (asked: Asked): Answer => {
    const { id = "", resourceId = "" } = jsonOf<{ id?: string; resourceId?: string }>(asked);
    if (channels.stop(id, resourceId)) return { status: 204 };
    return googleError(404, "notFound", `Channel '${id}' not found for project`);
  };
  return {
    service: "google-drive",
    trouble: googleTrouble,
    controls: {
      "drive.push": (times?: number) => channels.deliver(times),
      "drive.expire": (token: string) => void dead.add(token),
      "drive.quota": (limit: number) => {
        quota.control.limit = limit;
      },
    },
    routes: googleRoutes("drive", quota, routes),
  };
}

function about(asked: Asked): Answer {
  // The one method that refuses to answer without `fields`.
  if (!asked.query.get("fields")) {
    return googleError(
      400,
      "required",
      "The 'fields' parameter is required for this method.",
      parameter("fields"),
    );
  }
  const emailAddress = addressOf(asked);
  const displayName = asked.world.people.get(emailAddress)?.name ?? emailAddress;
  const user = {
    kind: "drive#user",
    me: true,
    emailAddress,
    displayName,
    permissionId: emailAddress,
  };
  return { json: { kind: "drive#about", user } };
}

function feedOf(asked: Asked, answer: () => Answer): Answer {
  const driveId = asked.query.get("driveId");
  return driveId && !findDrive(asked, driveId) ? driveNotFound(driveId) : answer();
}

const getStart = (asked: Asked): Answer =>
  feedOf(asked, () => ({
    json: {
      kind: "drive#startPageToken",
      startPageToken: startToken(asked.world, addressOf(asked), asked.query.get("driveId")),
    },
  }));

function listDrives(asked: Asked): Answer {
  const name = /name contains '((?:\\.|[^'\\])*)'/.exec(asked.query.get("q") ?? "")?.[1];
  const drives = [...asked.world.drives.values()]
    .filter(({ id }) => findDrive(asked, id))
    .filter((drive) => !name || drive.name.toLowerCase().includes(name.toLowerCase()))
    .map((drive) => ({ kind: "drive#drive", id: drive.id, name: drive.name }));
  const token = unseal<{ from: number }>(asked.query.get("pageToken"));
  const size = sizeOf(asked, "pageSize", 10, 100);
  const from = token?.from ?? 0;
  const isWhole = from + size >= drives.length;
  const next = seal({ from: from + size });
  return {
    json: {
      kind: "drive#driveList",
      drives: drives.slice(from, from + size),
      ...(!isWhole && { nextPageToken: next }),
    },
  };
}

function getDrive(asked: Asked): Answer {
  const drive = findDrive(asked, asked.params.id ?? "");
  if (!drive) return driveNotFound(asked.params.id ?? "");
  return { json: { kind: "drive#drive", id: drive.id, name: drive.name } };
}
