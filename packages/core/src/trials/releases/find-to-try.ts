import { z } from "zod";

import { notFound } from "../../errors";
import { documentId, releaseId } from "../../ids";
import { partsOf } from "../../models/contract/release";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import type { ToTry } from "../contract/to-try";

/** Returns a document with what is kept of it, and releases to try on it. */
export const findToTry = query("trials.find-to-try", {
  title: "Find a document and releases to try on it",
  permission: "release.read",
  input: z.object({ documentId, releaseIds: z.array(releaseId).min(1).max(2) }),
  output: ofType<ToTry>(),
  doors: [],

  async handle({ documents, documentFeatures, classificationResults, releases }, given) {
    const id = given.documentId;
    const document = (await documents.find(id)) ?? notFound("Document", id);
    const latest = await classificationResults.latest(id);
    const rows = await Promise.all(
      given.releaseIds.map(
        async (each) => (await releases.find(each)) ?? notFound("Release", each),
      ),
    );
    return {
      documentId: id,
      features: await documentFeatures.find(id),
      candidates: latest?.candidates ?? null,
      modelKey: document.modelKey,
      projectIds: document.filedIn.map((project) => project.id),
      releases: rows.map((row) => ({ id: row.id, number: row.number, parts: partsOf(row) })),
    };
  },
});
