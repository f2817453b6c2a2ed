import type { MailFolder, Message } from "@microsoft/microsoft-graph-types";

import { isFailure } from "../failures";
import { fileNameOf } from "../file-names";
import { lengthOf, pour } from "../pour";
import type {
  Change,
  ChangedPage,
  Fetched,
  Item,
  ItemRef,
  ListedPage,
  Root,
  RootRef,
  Sink,
  Source,
} from "../source";
import { type Graph, type MicrosoftTools, openGraph } from "./client";
import { refused } from "./errors";
import { endOfRound, keepLink, linkOf, type Removable, round } from "./rounds";
import { signedIn } from "./scopes";
import { verify } from "./verify";
import { watching } from "./watches";

type FoundMessage = Message & Removable;

const FIELDS =
  "id,subject,receivedDateTime,changeKey,parentFolderId,conversationId,internetMessageId,from,hasAttachments,isDraft,webLink,categories";
/** Ids change with every move unless this is asked for, in each single request. */
const PREFER = ['IdType="ImmutableId"'] as const;
const PREFER_PAGES = [...PREFER, "odata.maxpagesize=500"] as const;
const FOLDERS_PER_PAGE = 100;

/** The mail of Outlook, a folder a root. A message is fetched as it came, as MIME. */
export function createOutlookSource(tools: MicrosoftTools): Source {
  return {
    facts: {
      provider: "microsoft",
      kinds: ["outlook"],
      scopes: [...signedIn, { scope: "Mail.Read", words: "Read your mail", isNeeded: true }],
      canPush: true,
      canReadGrants: false,
      quota: { fetchesPerMinute: 900, itemsPerPage: 500 },
    },
    verify: (account) => verify(openGraph(tools, account)),
    listRoots: (account, within, query) => listFolders(openGraph(tools, account), within, query),
    begin: async (account, root) =>
      keepLink(await endOfRound(openGraph(tools, account), deltaOf(root), PREFER_PAGES)),
    enumerate: (account, root, at, signal) =>
      enumerate(openGraph(tools, account, signal), root, at),
    changes: (account, root, since, signal) =>
      changes(openGraph(tools, account, signal), root, since),
    fetch: (account, item, into, signal) =>
      fetchMessage(openGraph(tools, account, signal), item, into, signal),
    async count(account, root) {
      const path = `${folderOf(root)}?$select=id,totalItemCount`;
      const how = { about: "root", prefer: PREFER } as const;
      return (await openGraph(tools, account).get<MailFolder>(path, how)).totalItemCount ?? 0;
    },
    ...watching(tools, (root) => ({
      resource: `${folderOf(root)}/messages`,
      change: "created,updated,deleted",
      prefer: PREFER,
    })),
  };
}

function folderOf({ folder }: RootRef): string {
  if (!folder) throw refused("not-a-folder", "Choose a folder of the mailbox.");
  return `/me/mailFolders/${encodeURIComponent(folder)}`;
}

const deltaOf = (root: RootRef) => `${folderOf(root)}/messages/delta?$select=${FIELDS}`;

async function* enumerate(
  graph: Graph,
  root: RootRef,
  at: string | null,
): AsyncGenerator<ListedPage> {
  const how = { about: at ? "changes" : "root", prefer: PREFER_PAGES } as const;
  const path = at ? linkOf(at) : deltaOf(root);
  for await (const { found, next } of round<FoundMessage>(graph, path, how)) {
    yield { items: found.map(itemOf), next: next && keepLink(next) };
  }
}

async function* changes(graph: Graph, root: RootRef, since: string): AsyncGenerator<ChangedPage> {
  const how = { about: "changes", prefer: PREFER_PAGES } as const;
  let bin: Promise<string | null> | null = null;
  const isInBin = async (folder: string | null | undefined): Promise<boolean> => {
    bin ??= binOf(graph);
    return folder === (await bin);
  };
  for await (const page of round<FoundMessage>(graph, linkOf(since), how)) {
    const changed: Change[] = page.found.map((one) => ({ kind: "is", item: itemOf(one) }));
    for (const id of page.removed) {
      const change = await leave(graph, root, id, isInBin);
      if (change) changed.push(change);
    }
    const cursor = keepLink(page.next ?? page.end ?? linkOf(since));
    yield { changes: changed, cursor, isLast: !page.next };
  }
}

/** A delta of a folder says the same of a message that was deleted and of one that was moved away. The message itself tells. */
async function leave(
  graph: Graph,
  root: RootRef,
  id: string,
  isInBin: (folder: string | null | undefined) => Promise<boolean>,
): Promise<Change | null> {
  const path = `/me/messages/${encodeURIComponent(id)}?$select=id,parentFolderId`;
  try {
    const found = await graph.get<Message>(path, { about: "item", prefer: PREFER });
    // It came back meanwhile: a later page says so.
    if (found.parentFolderId === root.folder) return null;
    const isDeleted = await isInBin(found.parentFolderId);
    return { kind: "gone", id, why: isDeleted ? "deleted" : "outside" };
  } catch (error) {
    if (isFailure(error, "item-gone")) return { kind: "gone", id, why: "deleted" };
    if (isFailure(error, "item-forbidden")) return { kind: "gone", id, why: "no-access" };
    throw error;
  }
}

/** Returns the id of the folder of deleted mail, or null where the account may not see it. */
async function binOf(graph: Graph): Promise<string | null> {
  try {
    const how = { about: "item", prefer: PREFER } as const;
    return (await graph.get<MailFolder>("/me/mailFolders/deleteditems?$select=id", how)).id ?? null;
  } catch (error) {
    if (isFailure(error, "item-gone") || isFailure(error, "item-forbidden")) return null;
    throw error;
  }
}

function itemOf(found: FoundMessage): Item {
  const { id = "", subject, receivedDateTime, isDraft, webLink, parentFolderId } = found;
  return {
    id,
    parentIds: parentFolderId ? [parentFolderId] : [],
    name: nameOf(subject),
    mediaType: "message/rfc822",
    size: null,
    revision: revisionOf(found),
    modifiedAt: new Date(receivedDateTime ?? 0),
    webUrl: webLink ?? null,
    isFolder: false,
    mail: {
      messageId: found.internetMessageId ?? null,
      threadId: found.conversationId ?? null,
      labels: [...(parentFolderId ? [parentFolderId] : []), ...(found.categories ?? [])],
      from: found.from?.emailAddress?.address?.toLowerCase() ?? null,
      hasAttachments: found.hasAttachments ?? null,
    },
    ...(isDraft && { skip: "draft" as const }),
  };
}

const nameOf = (subject: string | null | undefined) => `${subject?.trim() || "(no subject)"}.eml`;

/** A message that was sent does not change. Its changeKey does, with every reading and every flag. */
function revisionOf({ id, isDraft, changeKey, internetMessageId }: Message): string {
  return (isDraft ? changeKey : internetMessageId) ?? id ?? "";
}

async function fetchMessage(
  graph: Graph,
  item: ItemRef,
  into: Sink,
  signal: AbortSignal,
): Promise<Fetched> {
  const how = { about: "item", prefer: PREFER } as const;
  const response = await graph.open(`/me/messages/${encodeURIComponent(item.id)}/$value`, how);
  const size = await pour(response.body, into, { size: lengthOf(response.headers), signal });
  return {
    fileName: fileNameOf(item.name, ".eml"),
    mediaType: item.mediaType,
    size,
    revision: item.revision,
  };
}

async function* listFolders(graph: Graph, within?: RootRef, query?: string): AsyncGenerator<Root> {
  const waiting: { ref: RootRef | undefined; path: string[] }[] = [{ ref: within, path: [] }];
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    const where = at.ref ? `${folderOf(at.ref)}/childFolders` : "/me/mailFolders";
    const fields = "id,displayName,childFolderCount,totalItemCount";
    const path = `${where}?$select=${fields}&$top=${FOLDERS_PER_PAGE}`;
    for await (const { value } of graph.pages<MailFolder>(path, {
      about: "root",
      prefer: PREFER,
    })) {
      for (const folder of value) {
        const root = rootOf(folder, at.path);
        // Graph finds no folders by name below another one, so that a search walks.
        if (query && root.hasChildren)
          waiting.push({ ref: root.ref, path: [...root.path, root.name] });
        if (!query || root.name.toLowerCase().includes(query.toLowerCase())) yield root;
      }
    }
  }
}

function rootOf({ id, displayName, childFolderCount }: MailFolder, path: string[]): Root {
  return {
    ref: { kind: "outlook", folder: id ?? "" },
    kind: "outlook",
    name: displayName ?? "",
    path,
    hasChildren: (childFolderCount ?? 0) > 0,
    isChoosable: true,
  };
}
