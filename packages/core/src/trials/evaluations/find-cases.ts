import type { TypeDefinition } from "@besunny/ai/ai";
import type { Repositories } from "@besunny/db/database";
import { z } from "zod";

import { notFound } from "../../errors";
import { evaluationId } from "../../ids";
import { partsOf } from "../../models/contract/release";
import type { ReleaseParts } from "../../models/contract/release-parts";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { offeredTypes } from "../../understanding/contract/document-types";
import { withExamples } from "../contract/kept";

/** The same number as when a document is understood. */
const MOST_EXAMPLES = 1_000;

type Case = Awaited<ReturnType<Repositories["evaluations"]["listCases"]>>[number] & {
  modelKey: string | null;
  projectIds: string[];
};
type Cases = {
  isOpen: boolean;
  cases: Case[];
  types: TypeDefinition[];
  /** The release, then the one that decided, if there was one. */
  releases: z.infer<typeof ReleaseParts>[];
};

/** Returns the next documents of an evaluation with what both releases need to say something of them. */
export const findCases = query("trials.find-cases", {
  title: "Find the next documents of an evaluation",
  permission: "release.work",
  input: z.object({
    id: evaluationId,
    after: z.string(),
    limit: z.number().int(),
    version: z.string(),
  }),
  output: ofType<Cases>(),
  doors: [],

  async handle(tools, { id, after, limit, version }) {
    const { evaluations, releases, documentTypes, documents } = tools;
    const evaluation = (await evaluations.find(id)) ?? notFound("Evaluation", id);
    const wanted = [
      evaluation.releaseId,
      ...(evaluation.baselineId ? [evaluation.baselineId] : []),
    ];
    const rows = await Promise.all(
      wanted.map(async (each) => (await releases.find(each)) ?? notFound("Release", each)),
    );
    const found = await evaluations.listCases(evaluation.datasetId, after, limit);
    const examples = await evaluations.listExamples("type", evaluation.datasetId, MOST_EXAMPLES);
    const parts = rows.map(partsOf);
    const usesHeads = parts.some(({ heads }) => heads.length > 0);
    // Only models of the workspace's own documents read texts.
    const read = usesHeads ? await documents.findMany(found.map((each) => each.documentId)) : [];
    const byId = new Map(read.map((document) => [document.id, document]));
    const cases = found.map((each): Case => {
      const document = byId.get(each.documentId);
      return {
        ...each,
        modelKey: document?.modelKey ?? null,
        projectIds: document?.filedIn.map((project) => project.id) ?? [],
      };
    });
    return {
      isOpen: evaluation.state === "queued" || evaluation.state === "running",
      cases,
      types: withExamples(
        offeredTypes(await documentTypes.list()),
        examples.filter(({ features }) => features.version === version),
      ),
      releases: parts,
    };
  },
});
