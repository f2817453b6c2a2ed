import type { HeadBytes, HeadFile, TypeDefinition, Understanding } from "@besunny/ai/ai";
import { BrokenRelease, readHeads } from "../../models/contract/read-heads";
import { fallBack } from "../../models/releases/fall-back";
import { findReleaseInUse, type ReleaseInUse } from "../../models/releases/find-release-in-use";
import type { FlowTools } from "../../operation/flow";

type Tools = FlowTools<"files" | "ai">;

/** The release that decides about a document, with the models that it has read, and why another one could not decide. */
export type Deciding = ReleaseInUse & { heads: HeadBytes[]; failure: string | null };

/** Releases that cannot be used, one after the other, before a document is understood without any. */
const MOST_BROKEN = 3;

/** Returns the release that decides. One whose artefact is missing or wrong is left, for the one that decided before it. */
export async function findDeciding(
  { caller, files, log }: Tools,
  of: { documentId: string; cluster: string },
): Promise<Deciding> {
  let failure: string | null = null;
  let unit: ReleaseInUse["unit"] = null;
  for (let tries = 0; tries < MOST_BROKEN; tries++) {
    const inUse = await findReleaseInUse(caller, of);
    unit ??= inUse.unit;
    try {
      const heads = await readHeads(files, inUse.release?.parts.heads ?? []);
      return { ...inUse, unit, heads, failure };
    } catch (error) {
      if (!(error instanceof BrokenRelease) || !inUse.release) throw error;
      failure = error.message;
      log.error({ release: inUse.release.number, problem: failure }, "a release cannot be used");
      await fallBack(caller, { id: inUse.release.id, problem: failure });
    }
  }
  return { release: null, unit, projectIds: [], heads: [], failure };
}

/** Returns the models that are asked about the document: those of its projects, then the workspace's; none if the release asks none. */
export function headsFor({ release, heads, projectIds }: Deciding): HeadFile[] {
  if (!release?.parts.rungs.includes("head")) return [];
  const all = release.parts.heads.flatMap(({ projectId, sha256 }, at) => {
    const bytes = heads[at]?.bytes;
    return bytes ? [{ projectId, sha256, bytes }] : [];
  });
  const own = all.filter(({ projectId }) => projectId !== null && projectIds.includes(projectId));
  const general = all.filter(({ projectId }) => projectId === null);
  return [...own, ...general].map(({ sha256, bytes }) => ({ sha256, bytes }));
}

/** Returns the types, without their labelled documents if the release does not ask twins. */
export function typesFor({ release }: Deciding, types: TypeDefinition[]): TypeDefinition[] {
  if (!release || release.parts.rungs.includes("twin")) return types;
  return types.map(({ labelled: _unused, ...type }) => type);
}

type Given = { documentId: string; text: string; types: TypeDefinition[] };

/**
 * Returns the type that the release says, if it decides in another way than the models alone do. A hosted model's answer is only held
 * against the thresholds.
 */
export async function typeByRelease(
  { ai, signal }: Pick<Tools, "ai" | "signal">,
  { release, heads, projectIds }: Deciding,
  { documentId, text, types }: Given,
  understood: Understanding,
): Promise<Understanding["type"]> {
  const { type, features, producedBy } = understood;
  if (!release || !changesTypes(release.parts)) return type;
  const { rungs, thresholds } = release.parts;
  if (producedBy.kind !== "local" || !features?.guess) return held(type, thresholds);
  const [decided] = await ai.decideTypes(
    {
      documents: [{ documentId, features, guess: features.guess, text, projectIds }],
      taxonomy: types,
      releases: [{ rules: { rungs, thresholds }, heads }],
    },
    signal,
  );
  const decision = decided?.decisions[0];
  if (!decision) return type;
  const { name, confidence, likeliest } = decision;
  const others = type.candidates.filter((candidate) => candidate.name !== likeliest?.name);
  const candidates = likeliest ? [likeliest, ...others].slice(0, 5) : type.candidates;
  return { name, confidence, candidates, evidence: name === type.name ? type.evidence : [] };
}

function changesTypes({ heads, thresholds, rungs }: NonNullable<Deciding["release"]>["parts"]) {
  const own = rungs.filter((rung) => rung !== "hosted").join();
  return heads.length > 0 || Object.keys(thresholds).length > 0 || own !== "twin,head,local";
}

function held(
  type: Understanding["type"],
  thresholds: Readonly<Record<string, number>>,
): Understanding["type"] {
  const least = type.name === null ? 0 : (thresholds[type.name] ?? thresholds["*"] ?? 0);
  return (type.confidence ?? 0) >= least ? type : { ...type, name: null, confidence: null };
}
