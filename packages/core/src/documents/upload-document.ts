import { z } from "zod";
import { accessOf } from "../access/document-access";
import { mustBeAllowed } from "../access/rights";
import { notFound } from "../errors";
import { documentArrived, documentUploaded } from "../events";
import { batchId, documentId, fileKey, projectId } from "../ids";
import { command } from "../operation/command";
import { DocumentSummary, summaryOf } from "./contract/document-summary";
import { projectToFileIn } from "./contract/project-to-file-in";
import { documentSources } from "./contract/taking/document-sources";
import { titleOf } from "./contract/title";
import { batchOfParent, enterBatch } from "./receiving/batch-of-upload";

/**
 * Registers bytes that are already in storage. If the workspace already has a document with this hash, returns it and registers nothing.
 */
export const uploadDocument = command("documents.upload-document", {
  title: "Register an uploaded document",
  permission: "document.upload",
  input: z.object({
    fileName: z.string().trim().min(1).max(255),
    title: z.string().trim().min(1).max(200).optional(),
    mediaType: z.string().max(255).default("application/octet-stream"),
    size: z.number().int().min(0),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
    storageKey: z.string().startsWith("uploads/"),
    source: z.enum(documentSources).default("upload"),
    projectIds: z.array(projectId).max(20).default([]),
    parentId: documentId.optional(),
    folder: z.string().max(1000).nullable().default(null),
    batchId: batchId.optional(),
    fileKey: fileKey.optional(),
  }),
  output: z.object({
    document: DocumentSummary,
    duplicateOf: documentId.nullable(),
    /** False if nothing was registered: the bytes are not needed. */
    isNew: z.boolean(),
  }),
  doors: [],
  audit: {
    subjects: ({ document }, { projectIds, parentId, batchId: inBatch }) => [
      document.id,
      ...projectIds,
      ...(parentId ? [parentId] : []),
      ...(inBatch ? [inBatch] : []),
    ],
  },

  async handle(tools, input) {
    const { documents, filing, projects, runs, batches, actor, workspaceId, emit } = tools;
    const { projectIds, parentId, title, batchId: announced, fileKey: key, ...file } = input;
    const inBatch = announced ?? (parentId ? await batchOfParent(tools, parentId) : null);
    if (inBatch) await enterBatch(tools, inBatch);
    const [earlier] = inBatch && key ? await batches.findArrived(inBatch, [key]) : [];
    if (earlier) {
      const { documentId: id, isDuplicate } = earlier;
      const document = summaryOf((await documents.find(id)) ?? notFound("Document", id));
      return { document, duplicateOf: isDuplicate ? id : null, isNew: false };
    }
    const item = {
      fileName: file.fileName,
      folder: file.folder,
      fileKey: key ?? null,
      isAttached: parentId !== undefined,
    };
    // The locks make anybody who files the parent, or restricts a project, go before or after this command. Nothing gets past the rule in
    // between.
    await filing.holdProjects(projectIds);
    const family = parentId ? (await filing.lockFamilies([parentId]))[0] : undefined;
    const parent = parentId
      ? ((await documents.find(parentId)) ?? notFound("Document", parentId))
      : null;
    if (parent) mustBeAllowed(actor, "document.upload", [parent]);
    const duplicate = parent
      ? await documents.findAttachment(parent.id, file.contentHash, file.fileName)
      : await documents.findByHash(file.contentHash);
    if (duplicate) {
      if (inBatch && !parent)
        await batches.addItems(inBatch, [
          { ...item, documentId: duplicate.id, runId: null, isDuplicate: true },
        ]);
      return { document: summaryOf(duplicate), duplicateOf: duplicate.id, isNew: false };
    }

    const filed = family
      ? family.filedIn
      : await Promise.all(projectIds.map((id) => projectToFileIn({ projects, actor }, id)));
    const uploadedById = family ? family.uploadedById : actor.kind === "user" ? actor.id : null;
    const document = await documents.create({
      ...file,
      title: title ?? titleOf(file.fileName),
      parentId: parent?.id ?? null,
      uploadedById,
      visibility: family?.visibility ?? null,
      grantees: family?.grantees ?? [],
      access: accessOf({ ...family, uploadedById, filedIn: filed }),
    });
    for (const project of filed) await filing.add([document.id], project.id);

    // The attachments of an arrived mail wait with it.
    const isArrived = actor.kind === "job" && actor.name === "process-arrived-document";
    const runId = await runs.create(document.id, isArrived ? "arrived" : "process", inBatch);
    if (inBatch) await batches.addItems(inBatch, [{ ...item, documentId: document.id, runId }]);
    const run = { workspaceId, documentId: document.id, runId };
    emit(isArrived ? documentArrived.of(run) : documentUploaded.of({ ...run, batchId: inBatch }));
    return {
      document: summaryOf({ ...document, projects: filed }),
      duplicateOf: null,
      isNew: true,
    };
  },
});
