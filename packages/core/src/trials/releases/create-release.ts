import { z } from "zod";

import { actorIdOf } from "../../access/actor";
import { conflict, invalidInput, notFound } from "../../errors";
import { trainingRunId } from "../../ids";
import { partsOf, Release, releaseOf } from "../../models/contract/release";
import { checksumOf } from "../../models/contract/release-checksum";
import { differencesOf, sentenceOn } from "../../models/contract/release-differences";
import type { ReleaseParts, TrainedHead } from "../../models/contract/release-parts";
import { type CommandTools, command } from "../../operation/command";

type Parts = z.infer<typeof ReleaseParts>;
type Head = z.infer<typeof TrainedHead>;

/** The models whose order people choose. Whether a hosted model is asked follows from the settings. */
const ownRungs = ["twin", "head", "local"] as const;

/** Makes a release that differs from the one that decides. It decides nothing before it is promoted. */
export const createRelease = command("trials.create-release", {
  title: "Make a release",
  permission: "release.manage",
  input: z.object({
    trainingRunId: trainingRunId
      .optional()
      .meta({ description: "Its model replaces that of the same project or of the workspace" }),
    withoutHeads: z.boolean().default(false),
    thresholds: z.record(z.string().min(1).max(60), z.number().min(0).max(1)).optional().meta({
      description: "The least confidence by type; `*` is for all types without their own",
    }),
    rungs: z
      .array(z.enum(ownRungs))
      .min(1)
      .max(3)
      .refine((given) => new Set(given).size === given.length, "Name each model once")
      .optional(),
    note: z.string().trim().max(500).default(""),
  }),
  output: Release,
  doors: ["web"],

  async handle(tools, { trainingRunId: runId, withoutHeads, thresholds, rungs, note }) {
    const { releases, actor, changed } = tools;
    await releases.lock();
    const champion =
      (await releases.champion()) ??
      conflict("There is no release yet", "The first document that is understood makes one.");
    const before = partsOf(champion);
    const head = runId === undefined ? null : await trainedHead(tools, runId);
    const kept = withoutHeads ? [] : before.heads;
    const parts: Parts = {
      ...before,
      heads: head ? [...kept.filter((each) => each.projectId !== head.projectId), head] : kept,
      thresholds: thresholds ?? before.thresholds,
      rungs: rungs ? withHosted(rungs, before.rungs) : before.rungs,
    };
    const differences = differencesOf(before, parts);
    if (differences.length === 0)
      invalidInput("It would be the release that decides now: change something.");
    const checksum = checksumOf(parts);
    const known = await releases.findByChecksum(checksum);
    if (known) conflict(`This is release ${known.number} already`);
    const row = await releases.create({
      parts,
      checksum,
      note: note || differences.map(sentenceOn).join(" ").slice(0, 1_000),
      createdById: actorIdOf(actor),
    });
    changed({ subject: row.id, before: {}, after: { number: row.number, checksum } });
    return releaseOf(row, []);
  },
});

async function trainedHead({ releases }: CommandTools, id: string): Promise<Head> {
  const run = (await releases.findTraining(id)) ?? notFound("Training run", id);
  if (run.artefactKey === null || run.sha256 === null)
    conflict("This training run left no model", "Choose one that ended well.");
  const { artefactKey, sha256, projectId } = run;
  return { runId: run.id, artefactKey, sha256, projectId };
}

/** A hosted model keeps its place before the local ones. */
function withHosted(rungs: readonly (typeof ownRungs)[number][], before: Parts["rungs"]) {
  if (!before.includes("hosted")) return [...rungs];
  const local = rungs.indexOf("local");
  const at = local < 0 ? rungs.length : local;
  return [...rungs.slice(0, at), "hosted" as const, ...rungs.slice(at)];
}
