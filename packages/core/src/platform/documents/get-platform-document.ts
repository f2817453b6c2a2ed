import { auditOutcomes } from "@besunny/db/audit-outcomes";
import { z } from "zod";
import { actorIdsOf } from "../../audit/contract";
import type { PlatformContext } from "../../context";
import { stageOf, statusOf } from "../../documents/contract/document";
import { notFound } from "../../errors";
import { documentId } from "../../ids";
import { platformQuery } from "../../operation/platform";
import { maskedError } from "../runs/mask-personal-data";
import { PlatformDocumentDetail } from "./contract";

const MOST_CALLS = 100;

/** Returns one document with its runs, the calls on it and its stored files: how its processing went, never its name or text. */
export const getPlatformDocument = platformQuery("platform.get-platform-document", {
  title: "Get a document of any workspace",
  permission: "platform.read",
  input: z.object({ id: documentId }),
  output: PlatformDocumentDetail,
  doors: ["admin"],

  async handle(ctx, { id }) {
    const { documents, audit, lookups } = ctx.db.platform;
    const found = (await documents.find(id)) ?? notFound("Document", id);
    const { storageKey, modelKey, ...row } = found;
    const calls = await documents.listCalls(id, MOST_CALLS);
    const [people, workspace, files, backgroundRuns] = await Promise.all([
      audit.listActors(actorIdsOf(calls, ["user", "platformAdmin"])),
      lookups.workspace(row.workspaceId),
      Promise.all([
        fileOf(ctx, "original", storageKey),
        ...(modelKey ? [fileOf(ctx, "parsed", modelKey)] : []),
      ]),
      runsOn(ctx, row.workspaceId, id),
    ]);
    return {
      ...row,
      status: statusOf(row.status),
      stage: stageOf(row.stage),
      workspaceName: workspace?.name ?? row.workspaceId,
      files,
      backgroundRuns,
      calls: calls.map(({ actorKind, actorId, outcome, ...call }) => ({
        ...call,
        outcome: z.enum(auditOutcomes).parse(outcome),
        actor: {
          kind: actorKind,
          id: actorId,
          name: people.find((person) => person.id === actorId)?.name ?? null,
        },
      })),
    };
  },
});

async function fileOf(
  { files, log }: Pick<PlatformContext, "files" | "log">,
  role: "original" | "parsed",
  key: string,
) {
  try {
    return { role, key, isThere: await files.exists(key) };
  } catch (error) {
    log.warn({ error, key }, "the storage did not tell whether a file is there");
    return { role, key, isThere: null };
  }
}

async function runsOn({ runs }: PlatformContext, workspaceId: string, documentId: string) {
  if (!runs) return null;
  const { items } = await runs.listRuns({ eventMatch: { workspaceId, documentId }, limit: 50 });
  return items.map((run) => ({ ...run, error: run.error && maskedError(run.error) }));
}
