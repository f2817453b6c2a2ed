import type { drive_v3 } from "@googleapis/drive";

import type { Account, Grant, Source } from "../source";
import { type GoogleTools, revokeToken, verifyToken } from "./client";
import { type Drive, openDrive } from "./drive-client";
import { fetchFile } from "./drive-fetching";
import { grantsFrom, placeOf } from "./drive-items";
import { countPlace, listPlace } from "./drive-listing";
import { beginChanges, lookAt, watchedFeed } from "./drive-looking";
import { listDriveRoots } from "./drive-roots";
import { units } from "./paces";
import { closeChannel, openChannel } from "./watches";

/** Google Drive: what a person owns, what is shared with them, shared drives, and folders of all these. */
export function createDriveSource(tools: GoogleTools): Source {
  const open = (account: Account, signal?: AbortSignal) => openDrive(tools, account, signal);
  const now = tools.now ?? (() => new Date());
  return {
    facts: {
      provider: "google",
      kinds: ["drive"],
      scopes: [
        { scope: "openid", words: "Know which account it is", isNeeded: true },
        { scope: "email", words: "Read your address", isNeeded: true },
        {
          scope: "https://www.googleapis.com/auth/drive.readonly",
          words: "Read the files of your Drive, and who they are shared with",
          isNeeded: true,
        },
      ],
      canPush: true,
      canReadGrants: true,
      quota: { fetchesPerMinute: 325_000 / units.drive.download, itemsPerPage: 1000 },
    },
    verify: (account) => verifyToken(open(account)),
    listRoots: (account, within, query) => listDriveRoots(open(account), within, query),
    begin: (account, root) => beginChanges(open(account), placeOf(root)),
    enumerate: (account, root, at, signal) => listPlace(open(account, signal), placeOf(root), at),
    changes: (account, root, since, signal) => lookAt(open(account, signal), placeOf(root), since),
    fetch: async (account, item, into, signal) =>
      fetchFile(open(account, signal), item, into, signal),
    grants: (account, { id }) => grantsOf(open(account), id, now()),
    count: (account, root) => countPlace(open(account), placeOf(root)),
    async watch(account, root, address) {
      const drive = open(account);
      const feed = watchedFeed(root);
      const all = feed
        ? { driveId: feed, includeItemsFromAllDrives: true, supportsAllDrives: true }
        : {};
      const { token } = JSON.parse(await beginChanges(drive, placeOf(root)));
      return openChannel(drive, address, now(), (requestBody, stop) =>
        drive.api.changes.watch({ pageToken: token, ...all, requestBody }, stop),
      );
    },
    unwatch: (account, watch) => {
      const drive = open(account);
      return closeChannel(drive, watch, (requestBody, stop) =>
        drive.api.channels.stop({ requestBody }, stop),
      );
    },
    revoke: (account) => revokeToken(open(account)),
  };
}

/** Asks who may see a file, page by page: a shared drive tells a hundred at once. */
async function grantsOf(drive: Drive, id: string, now: Date): Promise<Grant[]> {
  const all: drive_v3.Schema$Permission[] = [];
  let page: string | null = null;
  do {
    const at: string | null = page;
    const data: drive_v3.Schema$PermissionList = await drive.ask(
      { units: units.drive.list, about: "item" },
      (stop) =>
        drive.api.permissions.list(
          {
            fileId: id,
            pageSize: 100,
            supportsAllDrives: true,
            fields:
              "nextPageToken,permissions(id,type,emailAddress,displayName,domain,deleted,expirationTime)",
            ...(at && { pageToken: at }),
          },
          stop,
        ),
    );
    all.push(...(data.permissions ?? []));
    page = data.nextPageToken ?? null;
  } while (page);
  return grantsFrom(all, now);
}
