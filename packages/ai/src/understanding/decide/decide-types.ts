import type { Rung } from "@besunny/document-model/rungs";
import type {
  KeptDocument,
  LikeDocument,
  ReleaseRules,
  TypeDecision,
  TypeDefinition,
  TypeGuess,
} from "../../ai";
import { followExamples, isTwin } from "../type/nearest";

/** Asks a model of a workspace's own documents; returns null if it cannot be asked. */
type AskHead = (document: KeptDocument) => TypeGuess | null;

const nothing: TypeGuess = { name: null, confidence: null, candidates: [] };

/**
 * Returns what each release says of a document that was read before. The first of its models that is sure enough answers. Hosted models are
 * not asked.
 */
export function decideTypes(
  document: KeptDocument,
  taxonomy: readonly TypeDefinition[],
  releases: readonly { rules: ReleaseRules; askHead: AskHead }[],
): TypeDecision[] {
  const guess = { ...document.guess, evidence: [] };
  const others = taxonomy.map(({ labelled = [], ...type }) => ({
    ...type,
    labelled: labelled.filter(({ documentId }) => documentId !== document.documentId),
  }));
  const followed = followExamples(guess, document.features, others);
  const byTwin = followed.like.some(isTwin) ? followed : null;
  return releases.map(({ rules, askHead }) => {
    const said: Record<Rung, () => TypeGuess | null> = {
      twin: () => byTwin?.type ?? null,
      head: () => askHead(document),
      local: () => (byTwin || !rules.rungs.includes("twin") ? guess : followed.type),
      hosted: () => null,
    };
    return firstSure(rules, said, byTwin?.like ?? []);
  });
}

function firstSure(
  rules: ReleaseRules,
  said: Record<Rung, () => TypeGuess | null>,
  twins: readonly LikeDocument[],
): TypeDecision {
  let open = nothing;
  for (const rung of rules.rungs) {
    const answer = said[rung]();
    if (!answer) continue;
    const { name, confidence, likeliest } = withThreshold(answer, rules);
    if (name !== null) return { name, confidence, likeliest, rung };
    if (open.candidates.length === 0) open = answer;
    // People gave twins different types: no model decides between people.
    if (rung === "twin" && twins.length > 0 && answer.name === null) break;
  }
  return { name: null, confidence: null, likeliest: open.candidates[0] ?? null, rung: null };
}

/** Returns the answer of a model, left open if it is less sure than the release asks for. */
export function withThreshold(
  { name, confidence, candidates }: TypeGuess,
  { thresholds }: Pick<ReleaseRules, "thresholds">,
): Pick<TypeDecision, "name" | "confidence" | "likeliest"> {
  const likeliest = name === null ? (candidates[0] ?? null) : { name, confidence: confidence ?? 0 };
  const least = name === null ? 0 : (thresholds[name] ?? thresholds["*"] ?? 0);
  const isSure = name !== null && (confidence ?? 0) >= least;
  return { name: isSure ? name : null, confidence: isSure ? confidence : null, likeliest };
}
