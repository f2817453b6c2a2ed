import type { OwnTable } from "@besunny/db/workspace/people/own-data";
import { z } from "zod";
import { patternOf, Subject } from "../../documents/contract/holding/subject";
import { notFound } from "../../errors";
import { privacyRequestId } from "../../ids";
import { query } from "../../operation/query";
import { count, ofType } from "../../shapes";

const MOST = 5_000;

/** Returns the data of the person of a request: a member's own data, and the documents that name them. `uploads` are their files that the caller sees. */
export const getSubjectData = query("privacy.get-subject-data", {
  title: "Get the data of the person of a request",
  permission: "privacy.manage",
  input: z.object({ id: privacyRequestId }),
  output: z.object({
    workspace: z.object({ id: z.string(), name: z.string() }),
    tables: z.array(ofType<OwnTable>()),
    uploads: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        fileName: z.string(),
        size: count,
        storageKey: z.string(),
      }),
    ),
  }),
  doors: [],

  async handle({ privacyRequests, ownData, traces, workspaces, documents }, { id }) {
    const request = (await privacyRequests.find(id)) ?? notFound("Request", id);
    const { id: workspaceId, name } = await workspaces.current();
    const pattern = patternOf(Subject.parse(request.subject));
    const found = pattern === "" ? [] : await traces.listDocuments(pattern, request.userId, MOST);
    const named = found.flatMap(({ isSeen, ...trace }) => (isSeen ? [trace] : []));
    const uploaded = found.filter(({ isSeen, place }) => isSeen && place === "uploaded");
    const uploads = await documents.findMany(uploaded.map(({ documentId }) => documentId));
    const own = request.userId ? await ownData.list(request.userId) : [];
    return {
      workspace: { id: workspaceId, name },
      tables: [{ name: "documents-that-name-the-person", rows: named }, ...own],
      uploads: uploads.map(({ id: documentId, title, fileName, size, storageKey }) => ({
        id: documentId,
        title,
        fileName,
        size,
        storageKey,
      })),
    };
  },
});
