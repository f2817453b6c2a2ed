import type { Repositories } from "@besunny/db/database";
import type { TakenFile } from "@besunny/db/workspace/documents/taken-files";

import { accessOf } from "../../../access/document-access";
import { documentArrived } from "../../../events";
import type { CommandTools } from "../../../operation/command";
import { announceChange } from "../announce-change";
import { changeGrantees } from "./change-grantees";
import type { DocumentSource } from "./document-sources";

type Tools = CommandTools;

/** The people who see a document of a source: its owner alone, those who see it there, or those of its projects. */
export type Seen = {
  visibility: "owner" | "filed" | "source";
  /** Principals of members: `usr_...`, or `ws` for all of them. Counts for `source` alone. */
  grantees: readonly string[];
};

/** A file of a source whose bytes are in storage. */
export type ArrivedFile = Seen & {
  sourceId: string;
  /** The item's id at the source. */
  externalId: string;
  source: DocumentSource;
  /** The person whose account it came from. */
  ownerId: string;
  fileName: string;
  title: string;
  folder: string | null;
  mediaType: string;
  size: number;
  contentHash: string;
  storageKey: string;
  projectIds: readonly string[];
};

export type Taken = {
  documentId: string;
  /** `kept`: the bytes are those of the present version. `in-trash`: a person threw it away, so it stays there. */
  outcome: "new" | "version" | "kept" | "in-trash";
  /** The run that processes it; null if nothing is to be processed. */
  runId: string | null;
};

/** Returns the identity of an item of a source. */
export function sourceItemIdOf(sourceId: string, externalId: string): string {
  return `${sourceId}/${externalId}`;
}

/**
 * Registers the bytes of an item as a new document, or as a new version of the document that the item already is. The item's id decides and its
 * hash never does. After `kept` and `in-trash` the stored bytes are not needed.
 */
export async function takeFile(tools: Tools, file: ArrivedFile): Promise<Taken> {
  const itemId = sourceItemIdOf(file.sourceId, file.externalId);
  const known = await tools.takenFiles.lock(itemId);
  if (!known) return takeNew(tools, file, itemId);
  if (known.trashedAt && !known.trashReason)
    return { documentId: known.id, outcome: "in-trash", runId: null };

  await followTitle(tools, known, file);
  await changeGrantees(tools, [{ documentIds: [known.id], ...file }]);
  if (known.contentHash === file.contentHash)
    return { documentId: known.id, outcome: "kept", runId: null };
  return { documentId: known.id, outcome: "version", runId: await takeVersion(tools, known, file) };
}

/** Follows a rename or a move at the source, without a fetch. A title that a person has given stays. */
export async function followItem(
  tools: Tools,
  item: { documentId: string; title: string; folder: string | null },
): Promise<void> {
  const [known] = await tools.takenFiles.findMany([item.documentId]);
  if (known) await followTitle(tools, known, item);
}

async function takeNew(tools: Tools, file: ArrivedFile, sourceItemId: string): Promise<Taken> {
  const { documents, filing, runs, workspaceId, emit } = tools;
  await filing.holdProjects(file.projectIds);
  const filedIn = await openProjects(tools, file);
  const { fileName, mediaType, size, contentHash, storageKey, source, folder } = file;
  const visibility = file.visibility === "filed" ? null : file.visibility;
  const grantees = file.visibility === "source" ? [...file.grantees].toSorted() : [];
  const title = file.title.slice(0, MOST_TITLE);
  const { id } = await documents.create({
    ...{ fileName, mediaType, size, contentHash, storageKey, source, folder, sourceItemId },
    ...{ title, sourceTitle: title, visibility, grantees },
    parentId: null,
    uploadedById: file.ownerId,
    access: accessOf({ uploadedById: file.ownerId, filedIn, visibility, grantees }),
  });
  for (const project of filedIn) await filing.add([id], project.id);
  const runId = await runs.create(id, "arrived");
  emit(documentArrived.of({ workspaceId, documentId: id, runId }));
  return { documentId: id, outcome: "new", runId };
}

async function takeVersion(
  { documents, runs, clock, workspaceId, emit, changed }: Tools,
  known: TakenFile,
  file: ArrivedFile,
): Promise<string> {
  const { id } = known;
  const { fileName, mediaType, size, contentHash, storageKey } = file;
  await documents.lock([id]);
  const number = known.version + 1;
  await documents.addVersion(id, {
    ...{ number, fileName, mediaType, size, contentHash, storageKey },
    createdById: null,
  });
  await runs.endOpenOf([id], "cancelled", clock());
  await documents.update(id, {
    status: "pending",
    stage: "uploaded",
    errorCode: null,
    errorMessage: null,
    errorRemedy: null,
    readyAt: null,
  });
  const runId = await runs.create(id, "arrived");
  emit(documentArrived.of({ workspaceId, documentId: id, runId }));
  changed({ subject: id, before: { version: known.version }, after: { version: number } });
  return runId;
}

async function followTitle(
  tools: Tools,
  known: TakenFile,
  at: { title: string; folder: string | null },
): Promise<void> {
  const sourceTitle = at.title.slice(0, MOST_TITLE);
  if (known.sourceTitle === sourceTitle && known.folder === at.folder) return;
  const title = known.title === known.sourceTitle ? sourceTitle : known.title;
  const range = await tools.takenFiles.rename(known.id, { title, sourceTitle, folder: at.folder });
  announceChange(tools, [range]);
}

/** Returns the projects that are still there; an archived one takes nothing more. */
async function openProjects(
  { projects }: Pick<Repositories, "projects">,
  { visibility, projectIds }: ArrivedFile,
) {
  if (visibility !== "filed") return [];
  const found = await projects.listToFileIn(projectIds);
  return found.filter(({ archivedAt }) => archivedAt === null);
}

const MOST_TITLE = 200;
