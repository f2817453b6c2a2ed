import { rungs } from "@besunny/document-model/rungs";
import { z } from "zod";

/** A model of a workspace's own documents, as a training run left it in the files. */
export const TrainedHead = z.object({
  runId: z.string(),
  artefactKey: z.string(),
  sha256: z.string(),
  /** The project whose documents it is for; null for all of the workspace. */
  projectId: z.string().nullable(),
});

/** The parts of a release. Two releases with the same parts have the same checksum. */
export const ReleaseParts = z.object({
  /** The models of the workspace's own documents, at most one for the workspace and one for each project. */
  heads: z.array(TrainedHead),
  /** Model and release of the shipped local models. */
  localModel: z.string(),
  embeddingModel: z.string(),
  /** Changes when a type, its definition or its card changes. */
  taxonomyChecksum: z.string(),
  /** Of the prompts that hosted models are given. */
  promptChecksum: z.string(),
  /** The hosted model; null if none is used. */
  provider: z
    .object({ server: z.string(), model: z.string(), shutdownDate: z.string().nullable() })
    .nullable(),
  /** The least confidence with which a type is said without a person, by type; `*` is for all others. */
  thresholds: z.record(z.string(), z.number().min(0).max(1)),
  redactionChecksum: z.string(),
  /** The models that are asked, in this order. */
  rungs: z.array(z.enum(rungs)),
});

/** The use of a release: the champion decides, the others are tried beside it. */
export const releaseRoles = ["champion", "challenger", "shadow", "canary"] as const;
