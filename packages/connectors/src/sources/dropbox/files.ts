import type { Dropbox, files, sharing } from "dropbox";

import { isFailure } from "../failures";
import { fileNameOf } from "../file-names";
import { pour } from "../pour";
import type {
  Account,
  AccountFacts,
  ChangedPage,
  Fetched,
  Grant,
  ItemRef,
  ListedPage,
  RootRef,
  Sink,
  Source,
} from "../source";
import { childrenOf, wholePage } from "./children";
import { type Box, createDropboxOpener, type DropboxTools } from "./client";
import { createContentHash, hashing } from "./content-hash";
import { cursorLost, down } from "./errors";
import { changeOf, type Entry, itemOf, mediaTypeOf, revisionOf } from "./items";
import { listen } from "./listen";
import { listDropboxRoots } from "./roots";

/** The place at which a listing or a look goes on, and the root of the space that it was begun in. */
type Place = { cursor: string; root: string | null };

const PAGE = 2000;

/** The files of Dropbox, of a person and of the space of their team. */
export function createDropboxSource(tools: DropboxTools): Source {
  const open = createDropboxOpener(tools);
  return {
    facts: {
      provider: "dropbox",
      kinds: ["dropbox"],
      scopes: [
        { scope: "account_info.read", words: "Read your name and address", isNeeded: true },
        { scope: "files.metadata.read", words: "Read the names of your files", isNeeded: true },
        { scope: "files.content.read", words: "Read your files", isNeeded: true },
        { scope: "sharing.read", words: "Read who your files are shared with", isNeeded: false },
      ],
      // Webhooks of Dropbox are those of the whole app: its operator enters their address there.
      canPush: true,
      canReadGrants: true,
      quota: { fetchesPerMinute: 600, itemsPerPage: PAGE },
    },
    verify: (account) => verify(open(account)),
    listRoots: (account, within, query) => listDropboxRoots(open(account), within, query),
    async begin(account, root) {
      const box = open(account);
      return keep({ cursor: await latestCursor(box, root), root: await box.rootOf() });
    },
    enumerate: (account, root, at, signal) => enumerate(open(account, signal), root, at),
    changes: (account, _root, since, signal) => changes(open(account, signal), since),
    fetch: (account, item, into, signal) => fetchFile(open(account, signal), item, into, signal),
    grants: (account, item) => grantsOf(open(account), item),
    count: (account, root) => count(open(account), root),
    listen: (account, root, onNews, signal) =>
      listen(
        tools,
        { account, cursorNow: () => latestCursor(open(account, signal), root) },
        onNews,
        signal,
      ),
    async revoke(account: Account) {
      await open(account).call("account", (sdk) => sdk.authTokenRevoke());
    },
  };
}

async function latestCursor(box: Box, root: RootRef): Promise<string> {
  const ask = askFor(root);
  return (await box.call("root", (sdk) => sdk.filesListFolderGetLatestCursor(ask))).cursor;
}

const keep = (place: Place): string => JSON.stringify(place);

/** A chosen folder is kept by its id, which stays when it is renamed. */
const pathOf = ({ folder }: RootRef): string => folder ?? "";

function askFor(root: RootRef): files.ListFolderArg {
  return {
    path: pathOf(root),
    recursive: true,
    include_deleted: false,
    include_non_downloadable_files: true,
    include_has_explicit_shared_members: true,
    limit: PAGE,
  };
}

async function verify(box: Box): Promise<AccountFacts> {
  const { account_id, email, email_verified, team } = await box.readAccount();
  return {
    subject: account_id,
    address: email.toLowerCase(),
    isAddressProven: email_verified,
    tenant: team?.id ?? null,
    scopes: [],
  };
}

async function* enumerate(box: Box, root: RootRef, at: string | null): AsyncGenerator<ListedPage> {
  const namespace = await box.rootOf();
  const go = (cursor: string) =>
    box.call("changes", (sdk: Dropbox) => sdk.filesListFolderContinue({ cursor }));
  const first = () => box.call("root", (sdk: Dropbox) => sdk.filesListFolder(askFor(root)));
  let page = at ? await go(cursorOf(at, namespace)) : await first();
  for (;;) {
    const items = lastOfEach(wholePage(page).entries).flatMap((entry) =>
      entry[".tag"] === "deleted" ? [] : [itemOf(entry)],
    );
    const { cursor, has_more } = page;
    yield { items, next: has_more ? keep({ cursor, root: namespace }) : null };
    if (!has_more) return;
    page = await go(cursor);
  }
}

async function* changes(box: Box, since: string): AsyncGenerator<ChangedPage> {
  const root = await box.rootOf();
  let cursor = cursorOf(since, root);
  for (let isLast = false; !isLast; ) {
    const page = await box.call("changes", (sdk) => sdk.filesListFolderContinue({ cursor }));
    wholePage(page);
    // The cursor moves on even if nothing came.
    cursor = page.cursor;
    isLast = !page.has_more;
    yield { changes: page.entries.map(changeOf), cursor: keep({ cursor, root }), isLast };
  }
}

/** A cursor of another space is lost: the person joined a team, left one, or the team moved its root. */
function cursorOf(kept: string, root: string | null): string {
  const place = JSON.parse(kept) as Place;
  if (place.root !== root) throw cursorLost();
  return place.cursor;
}

function lastOfEach(entries: readonly Entry[]): Entry[] {
  const last = new Map<string, Entry>();
  for (const entry of entries) {
    last.delete(entry.path_lower ?? "");
    last.set(entry.path_lower ?? "", entry);
  }
  return [...last.values()];
}

async function fetchFile(
  box: Box,
  item: ItemRef,
  into: Sink,
  signal: AbortSignal,
): Promise<Fetched> {
  try {
    const response = await box.open("files/download", { path: item.id });
    const told = resultIn<files.FileMetadata>(response);
    const hash = createContentHash();
    const size = await pour(hashing(response.body, hash), into, { size: told.size, signal });
    if (told.content_hash && hash.digest() !== told.content_hash) throw down();
    const mediaType = mediaTypeOf(told);
    return { fileName: fileNameOf(told.name), mediaType, size, revision: revisionOf(told) };
  } catch (error) {
    if (isFailure(error, "not-fetchable")) return exportFile(box, item, into, signal);
    throw error;
  }
}

/** Exports a file that cannot be downloaded, such as one of Paper. */
async function exportFile(
  box: Box,
  item: ItemRef,
  into: Sink,
  signal: AbortSignal,
): Promise<Fetched> {
  const response = await box.open("files/export", { path: item.id });
  const { export_metadata: told, file_metadata } = resultIn<files.ExportResult>(response);
  const size = await pour(response.body, into, { size: told.size, signal });
  const revision = revisionOf(file_metadata);
  return { fileName: fileNameOf(told.name), mediaType: mediaTypeOf(told), size, revision };
}

function resultIn<Result>(response: Response): Result {
  try {
    return JSON.parse(response.headers.get("dropbox-api-result") ?? "");
  } catch {
    throw down();
  }
}

/** Reads who may open a file. Who was invited and has not come is left out, as are members of groups: the rights of a person do not reach them. */
async function grantsOf(box: Box, { id }: ItemRef): Promise<Grant[]> {
  const grants: Grant[] = [];
  let page: sharing.SharedFileMembers = await box.call("item", (sdk) =>
    sdk.sharingListFileMembers({ file: id, include_inherited: true, limit: 100 }),
  );
  for (;;) {
    for (const { user } of page.users) {
      grants.push({ kind: "user", address: user.email.toLowerCase() });
    }
    for (const { group } of page.groups) {
      grants.push({ kind: "group", ref: group.group_id, name: group.group_name });
    }
    const { cursor } = page;
    if (!cursor) return grants;
    page = await box.call("item", (sdk) => sdk.sharingListFileMembersContinue({ cursor }));
  }
}

async function count(box: Box, root: RootRef): Promise<number> {
  const waiting = [pathOf(root)];
  let files = 0;
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for await (const entries of childrenOf(box, path)) {
      for (const entry of entries) {
        if (entry[".tag"] === "folder") waiting.push(entry.id);
        if (entry[".tag"] === "file") files += 1;
      }
    }
  }
  return files;
}
