import { createHmac } from "node:crypto";

import {
  type Answer,
  type Asked,
  jsonOf,
  type Manner,
  type Route,
  rangeOf,
  type Trouble,
} from "../serving/asked";
import { contentOf, type World, type WorldFile } from "../world";
import { entryOf } from "./entries";
import { createLedger } from "./ledger";
import {
  allOf,
  conflict,
  listFolder,
  listFolderContinue,
  longpoll,
  notFound,
  placed,
  type Settings,
  type Space,
  teamOf,
} from "./listing";
import { checked } from "./schema";

export type DropboxDouble = {
  manner: Manner;
  /** Forgets all cursors that were given so far. */
  expireCursors(): void;
  /** Sets how long who waited for changes shall stay away. */
  setBackoff(seconds: number): void;
  /** Puts a person into a team whose space has this root, or into none. */
  joinTeam(address: string, root: string | null): void;
  /** Asks an address for the word that proves it, and then tells it of these accounts, signed. */
  callHook(
    url: string,
    appSecret: string,
    addresses: string[],
  ): Promise<{ status: number; echo: string }>;
};

/** Returns the double of Dropbox. */
export function createDropboxDouble(
  world: World,
  { pageSize = 200 }: { pageSize?: number } = {},
): DropboxDouble {
  const settings: Settings = {
    pageSize,
    backoffSeconds: 30,
    teams: new Map(),
    oldestCursor: 0,
    cursors: 0,
    rounds: new Map(),
  };
  const ledger = createLedger(world);
  ledger.catchUp();
  const space = { world, ledger, settings };
  const expireCursors = () => {
    settings.oldestCursor = settings.cursors + 1;
  };
  const setBackoff = (seconds: number) => {
    settings.backoffSeconds = seconds;
  };
  return {
    manner: {
      service: "dropbox",
      trouble,
      routes: routesOf(space),
      controls: { expireDropboxCursors: expireCursors, setDropboxBackoff: setBackoff },
    },
    expireCursors,
    setBackoff,
    joinTeam: (address, root) => {
      if (root) settings.teams.set(address, root);
      else settings.teams.delete(address);
    },
    callHook,
  };
}

function routesOf(space: Space): Route[] {
  const { settings } = space;
  const post = (path: string, answer: Route["answer"], isOpen = false): Route => ({
    method: "POST",
    path: `/2/${path}`,
    answer,
    isOpen,
  });
  const withFile =
    (
      idOf: (asked: Asked) => string,
      answer: (asked: Asked, file: WorldFile, at: string) => Answer,
    ) =>
    (asked: Asked): Answer => {
      const found = teamOf(asked, settings);
      if (!("team" in found)) return found;
      const id = idOf(asked);
      const here = id.startsWith("id:")
        ? placed(asked, space, found.team, id)
        : allOf(asked, space, found.team).find(({ at }) => at.toLowerCase() === id.toLowerCase());
      return here ? answer(asked, here.file, here.at) : notFound();
    };
  const ofHeader = (asked: Asked) =>
    (JSON.parse(String(asked.headers["dropbox-api-arg"] ?? "{}")) as { path?: string }).path ?? "";
  return [
    post("users/get_current_account", (asked) => currentAccount(asked, settings)),
    post("auth/token/revoke", () => ({ json: null })),
    post("files/list_folder", (asked) => listFolder(asked, space, true)),
    post("files/list_folder/get_latest_cursor", (asked) => listFolder(asked, space, false)),
    post("files/list_folder/continue", (asked) => listFolderContinue(asked, space)),
    post("files/list_folder/longpoll", (asked) => longpoll(asked, space), true),
    post("files/search_v2", (asked) => search(asked, space)),
    post("files/download", withFile(ofHeader, download)),
    post("files/export", withFile(ofHeader, exported)),
    post(
      "sharing/list_file_members",
      withFile(
        (asked) => jsonOf<{ file: string }>(asked).file,
        (asked, file) => members(asked, file),
      ),
    ),
  ];
}

/** Missing rights come as 401 too, with a tag of their own. What is not there is a conflict. */
function trouble(kind: Trouble, status: number): Answer {
  const worded = (code: number, tag: string, error: object = { ".tag": tag }) => ({
    status: code,
    json: { error_summary: `${tag}/..`, error },
  });
  if (kind === "unauthorized") return worded(401, "expired_access_token");
  if (kind === "not-found") return notFound();
  if (kind === "forbidden") {
    return worded(403, "invalid_account_type");
  }
  if (kind === "throttled") {
    const reason = { ".tag": "too_many_requests" };
    return worded(status, "too_many_requests", { reason, retry_after: 15 });
  }
  return { status, text: kind === "down" ? "Internal error" : "Error in call to API function" };
}

const accountIdOf = (address: string) => `dbid:${address}`;

function currentAccount(asked: Asked, { teams }: Settings): Answer {
  const address = asked.caller?.address ?? "";
  const name = asked.world.people.get(address)?.name ?? address;
  const root = teams.get(address);
  const home = `home-${address}`;
  const root_info = root
    ? { ".tag": "team", root_namespace_id: root, home_namespace_id: home, home_path: `/${name}` }
    : { ".tag": "user", root_namespace_id: home, home_namespace_id: home };
  const json = checked("FullAccount", {
    account_id: accountIdOf(address),
    name: {
      display_name: name,
      familiar_name: name,
      given_name: name,
      surname: "",
      abbreviated_name: "",
    },
    email: address,
    email_verified: true,
    disabled: false,
    locale: "en",
    referral_link: "https://www.dropbox.com/referrals/x",
    is_paired: false,
    account_type: { ".tag": root ? "business" : "basic" },
    root_info,
  });
  return { json, units: 1 };
}

function search(asked: Asked, space: Space): Answer {
  const found = teamOf(asked, space.settings);
  if (!("team" in found)) return found;
  const { query, options } = jsonOf<{ query: string; options?: { file_categories?: object[] } }>(
    asked,
  );
  const isFolders = Boolean(options?.file_categories);
  const matches = allOf(asked, space, found.team)
    .filter(({ file }) => file.name.toLowerCase().includes(query.toLowerCase()))
    .filter(({ file }) => !isFolders || file.isFolder)
    .map(({ file, at }) => ({ metadata: { ".tag": "metadata", metadata: entryOf(file, at) } }));
  return { json: checked("SearchV2Result", { matches, has_more: false }), units: 1 };
}

function download(asked: Asked, file: WorldFile, at: string): Answer {
  if (file.marks.includes("malware")) {
    return conflict("path/restricted_content", {
      ".tag": "path",
      path: { ".tag": "restricted_content" },
    });
  }
  if (file.marks.includes("paper") || file.marks.includes("no-download")) {
    return conflict("unsupported_file", { ".tag": "unsupported_file" });
  }
  const { ".tag": _, ...metadata } = entryOf(file, at);
  const part = rangeOf(asked, file.content.size);
  return {
    content: file.content,
    ...(part && { part, status: 206 }),
    headers: { "dropbox-api-result": inHeader(metadata) },
    units: 1,
  };
}

function exported(_asked: Asked, file: WorldFile, at: string): Answer {
  if (!file.marks.includes("paper"))
    return conflict("non_exportable", { ".tag": "non_exportable" });
  const content = contentOf(`<!doctype html><title>${file.name}</title>`);
  const { ".tag": _, ...file_metadata } = entryOf(file, at);
  const name = file.name.replace(/\.paper$/, ".html");
  const export_metadata = checked("ExportMetadata", { name, size: content.size });
  const result = checked("ExportResult", { export_metadata, file_metadata });
  return { content, headers: { "dropbox-api-result": inHeader(result) }, units: 1 };
}

/** Headers take plain letters alone. */
const inHeader = (value: object): string =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

function members({ world }: Asked, file: WorldFile): Answer {
  const owner = world.drives.get(file.driveId)?.owner;
  const user = (address: string, access: string) =>
    checked("UserFileMembershipInfo", {
      access_type: { ".tag": access },
      is_inherited: false,
      user: checked("UserInfo", {
        account_id: accountIdOf(address),
        email: address,
        display_name: world.people.get(address)?.name ?? address,
        same_team: true,
      }),
    });
  const users = [
    ...(owner ? [user(owner, "owner")] : []),
    ...file.grants.flatMap((grant) =>
      grant.kind === "user" ? [user(grant.address, "viewer")] : [],
    ),
  ];
  const groups = file.grants.flatMap((grant) =>
    grant.kind === "group" ? [group(world, grant.ref)] : [],
  );
  return { json: checked("SharedFileMembers", { users, groups, invitees: [] }), units: 1 };
}

const group = (world: World, ref: string) => ({
  access_type: { ".tag": "viewer" },
  group: {
    group_id: ref,
    group_name: world.groups.get(ref)?.name ?? "",
    group_management_type: { ".tag": "user_managed" },
    group_type: { ".tag": "team" },
    is_member: false,
    is_owner: false,
    same_team: true,
  },
});

async function callHook(
  url: string,
  appSecret: string,
  addresses: string[],
): Promise<{ status: number; echo: string }> {
  const challenge = "c-<b>1&2";
  const asked = await fetch(`${url}?challenge=${encodeURIComponent(challenge)}`);
  const isPlain = asked.headers.get("content-type")?.startsWith("text/plain") ?? false;
  const isSafe = asked.headers.get("x-content-type-options") === "nosniff";
  const echo = await asked.text();
  if (!isPlain || !isSafe || echo !== challenge) return { status: 0, echo };
  const body = JSON.stringify({
    list_folder: { accounts: addresses.map(accountIdOf) },
    delta: { users: [] },
  });
  const signature = createHmac("sha256", appSecret).update(body).digest("hex");
  const told = await fetch(url, {
    method: "POST",
    body,
    headers: { "x-dropbox-signature": signature },
  });
  return { status: told.status, echo };
}
