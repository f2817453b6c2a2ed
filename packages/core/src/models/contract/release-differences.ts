import { z } from "zod";

import type { ReleaseParts } from "./release-parts";

type Parts = z.infer<typeof ReleaseParts>;

export const releasePartNames = [
  "heads",
  "localModel",
  "embeddingModel",
  "taxonomyChecksum",
  "promptChecksum",
  "provider",
  "thresholds",
  "redactionChecksum",
  "rungs",
] as const;

/** One thing in which two releases differ. `of` names the type of a threshold or the project of a model; `*` is for all others. */
export const ReleaseDifference = z.object({
  part: z.enum(releasePartNames),
  of: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type ReleaseDifference = z.infer<typeof ReleaseDifference>;

/** Returns what the second release has in another way than the first. */
export function differencesOf(before: Parts, after: Parts): ReleaseDifference[] {
  return [
    ...differing(headsOf(before), headsOf(after)).map((each) => ({
      ...each,
      part: "heads" as const,
    })),
    ...differing(wordsOf(before.thresholds), wordsOf(after.thresholds)).map((each) => ({
      ...each,
      part: "thresholds" as const,
    })),
    ...(
      [
        "localModel",
        "embeddingModel",
        "taxonomyChecksum",
        "promptChecksum",
        "redactionChecksum",
      ] as const
    ).flatMap((part) => one(part, before[part], after[part])),
    ...one("provider", providerOf(before), providerOf(after)),
    ...one("rungs", before.rungs.join(", "), after.rungs.join(", ")),
  ];
}

/** Returns a sentence on one difference, for the audit log and the notes of releases. */
export function sentenceOn({ part, of, before, after }: ReleaseDifference): string {
  switch (part) {
    case "heads": {
      const whose = of === "*" ? "the workspace" : `project ${of}`;
      if (after === null) return `The model of ${whose} is no longer used.`;
      return before === null
        ? `A model of ${whose} is used (${after}).`
        : `The model of ${whose} changes from ${before} to ${after}.`;
    }
    case "thresholds": {
      const what =
        of === "*" ? "The least confidence of all other types" : `The least confidence of ${of}`;
      return `${what} changes from ${before ?? "the model's own"} to ${after ?? "the model's own"}.`;
    }
    case "taxonomyChecksum":
      return "The types or their fields change.";
    case "promptChecksum":
      return "Hosted models are asked in other words.";
    case "redactionChecksum":
      return "The rules of redaction change.";
    case "localModel":
      return `The shipped models change from ${before} to ${after}.`;
    case "embeddingModel":
      return `The embedding model changes from ${before} to ${after}.`;
    case "provider":
      return `The hosted model changes from ${before ?? "none"} to ${after ?? "none"}.`;
    case "rungs":
      return `The models are asked in another order: ${after} instead of ${before}.`;
  }
}

function one(
  part: ReleaseDifference["part"],
  before: string | null,
  after: string | null,
): ReleaseDifference[] {
  return before === after ? [] : [{ part, of: null, before, after }];
}

function differing(before: Map<string, string>, after: Map<string, string>) {
  return [...new Set([...before.keys(), ...after.keys()])]
    .toSorted()
    .map((of) => ({ of, before: before.get(of) ?? null, after: after.get(of) ?? null }))
    .filter((each) => each.before !== each.after);
}

function headsOf({ heads }: Parts): Map<string, string> {
  return new Map(
    heads.map(({ projectId, runId, sha256 }) => [
      projectId ?? "*",
      `${runId}, sha256 ${sha256.slice(0, 12)}`,
    ]),
  );
}

function wordsOf(thresholds: Parts["thresholds"]): Map<string, string> {
  return new Map(Object.entries(thresholds).map(([type, least]) => [type, String(least)]));
}

function providerOf({ provider }: Parts): string | null {
  return provider && `${provider.model} of ${provider.server}`;
}
