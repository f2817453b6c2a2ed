import type {
  DocumentFeatures,
  LabelledDocument,
  LikeDocument,
  TypeDefinition,
  Understanding,
} from "../../ai";
import { softmax } from "../vectors";
import { type Comparable, comparable } from "./nearest-features";
import { ITSELF, kernelOf } from "./nearest-kernel";
import { ridge } from "./nearest-ridge";

/** From this likeness on, two documents are of one template: the same words in the same form, with other names and numbers. */
const TWIN = 0.7;
/** From here on, two documents are nearly the same, and different labels contradict each other. */
const SAME = 0.85;
/** Twins that are nearly as like as the nearest one count as much. */
const AS_LIKE = 0.03;
const SURE_OF_TWIN = 0.97;

/** Without a labelled document of this likeness, labels say nothing. */
const LEAST_LIKENESS = 0.2;
/** With one of this likeness, the document is of a type that has labels. Both are in the kernel's numbers. */
const NEAR = 1.6;
/** The usual likeness of two documents of different types. */
const STRANGERS = 0.5;
/** A workspace with labels of this many types hardly has others. */
const MANY_TYPES = 12;
const MOST_NEAREST = 24;
const MOST_OF_A_TYPE = 5;
const PENALTY = 0.3;

/** The weights of the shipped model, of the nearest documents of a type, and of how often people used the type. */
const [MODEL, NEIGHBOURS, USE] = [0.09, 0.4, 0.1];
const NEIGHBOURHOOD = 1;
const SHARE_OF_NEAREST = 0.7;
const UNUSED = 0.5;
const SHARPNESS = 10;
/** Chosen for 95 % precision on documents of sources that the shipped model had not seen. A type with few labels must be surer. */
const THRESHOLD = 0.7;
const FEW_LABELS = 0.15;
/** The model's own answer holds unless the labels speak against it. */
const UNDISPUTED = 0.5;
/**
 * Own types are often kinds of a standard one, and the model knows only that one. So its answer, if nobody ever gave it, is disputed by a
 * labelled document of this likeness, in the kernel's numbers.
 */
const DISPUTING = 1.3;

const CANDIDATES = 5;
const MOST_LIKE = 3;
const WORTH_SHOWING = 0.4;

type Guess = Understanding["type"];
type Followed = Pick<Understanding, "type" | "like">;
type Example = { documentId: string; type: string; features: Comparable };
type Neighbour = Example & { kernel: number; likeness: number };

/** Returns true if the labelled document is of the same template. */
export function isTwin({ likeness }: LikeDocument): boolean {
  return likeness >= TWIN;
}

/**
 * Returns the type of a document that is like labelled ones. A twin of a labelled document gets its type; twins with different labels leave
 * the type open. Otherwise the nearest labelled documents and the shipped model's guess are weighed against each other.
 */
export function followExamples(
  guess: Guess,
  features: DocumentFeatures | null,
  taxonomy: readonly TypeDefinition[],
): Followed {
  const document = features && comparable(features);
  const examples = taxonomy.flatMap(({ name, labelled = [] }) =>
    labelled.flatMap((each) => exampleOf(name, each)),
  );
  if (!document || examples.length === 0) return { type: guess, like: [] };
  const compared = examples.map((example) => example.features);
  const kernel = kernelOf([document, ...compared]);
  const likenesses = kernel(document, compared);
  const neighbours = examples
    .map(({ documentId, type, features: own }, index) => ({
      documentId,
      type,
      features: own,
      kernel: likenesses[index] ?? 0,
      likeness: (likenesses[index] ?? 0) / ITSELF,
    }))
    .sort((a, b) => b.kernel - a.kernel);
  const nearest = neighbours[0]?.likeness ?? 0;
  if (nearest < LEAST_LIKENESS) return { type: guess, like: [] };

  const twins = neighbours.filter((each) => isTwin(each) && each.likeness >= nearest - AS_LIKE);
  const isOneType = new Set(twins.map(({ type }) => type)).size === 1;
  if (isOneType || (twins.length > 0 && nearest >= SAME)) return byTwins(guess, twins);
  return byNeighbours(guess, neighbours, { taxonomy, kernel });
}

function exampleOf(type: string, { documentId, features }: LabelledDocument): Example[] {
  const made = comparable(features);
  return made ? [{ documentId, type, features: made }] : [];
}

function byTwins(guess: Guess, twins: readonly Neighbour[]): Followed {
  const byType = [...Map.groupBy(twins, ({ type }) => type)];
  const share = SURE_OF_TWIN / byType.length;
  const candidates = [
    ...byType.map(([name]) => ({ name, confidence: rounded(share) })),
    ...guess.candidates
      .filter(({ name }) => !byType.some(([type]) => type === name))
      .map(({ name, confidence }) => ({
        name,
        confidence: rounded((1 - SURE_OF_TWIN) * confidence),
      })),
  ].slice(0, CANDIDATES);
  const [name = "", ...others] = byType.map(([type]) => type);
  if (others.length > 0)
    return {
      type: { name: null, confidence: null, candidates, evidence: [] },
      like: shown(byType.flatMap(([, [first]]) => first ?? [])),
    };
  return {
    type: { name, confidence: rounded(share), candidates, evidence: evidenceOf(guess, name) },
    like: shown(twins),
  };
}

type Given = { taxonomy: readonly TypeDefinition[]; kernel: ReturnType<typeof kernelOf> };

function byNeighbours(
  guess: Guess,
  neighbours: readonly Neighbour[],
  { taxonomy, kernel }: Given,
): Followed {
  const ofType = Map.groupBy(neighbours, ({ type }) => type);
  const said = whatTheySay(neighbours, kernel);
  const newness =
    Math.max(0, 1 - ofType.size / MANY_TYPES) * Math.max(0, NEAR - (neighbours[0]?.kernel ?? 0));
  const uses = [...ofType.values()].reduce((sum, own) => sum + atMost(own.length), 0);
  const scores = taxonomy.map(({ name }) => {
    const own = ofType.get(name);
    const use = Math.log((atMost(own?.length ?? 0) + UNUSED) / (uses + UNUSED * taxonomy.length));
    const prior = MODEL * Math.log(guessed(guess, name, taxonomy.length)) + USE * use;
    if (!own) return prior;
    const mean = own.reduce((sum, each) => sum + each.kernel, 0) / own.length;
    const near = SHARE_OF_NEAREST * (own[0]?.kernel ?? 0) + (1 - SHARE_OF_NEAREST) * mean;
    return prior + (said.get(name) ?? 0) + NEIGHBOURS * (near - NEIGHBOURHOOD) - newness;
  });
  const candidates = softmax(scores.map((score) => SHARPNESS * score))
    .map((confidence, index) => ({
      name: taxonomy[index]?.name ?? "",
      confidence: rounded(confidence),
    }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, CANDIDATES);

  const best = candidates[0];
  const like = shown((ofType.get(best?.name ?? "") ?? []).filter(isWorthShowing));
  const labels = ofType.get(best?.name ?? "")?.length ?? 0;
  const isDisputed = labels === 0 && (neighbours[0]?.kernel ?? 0) >= DISPUTING;
  const needed =
    best?.name === guess.name && !isDisputed
      ? UNDISPUTED
      : THRESHOLD + FEW_LABELS / Math.max(1, labels);
  const isSure = best && best.confidence >= needed;
  if (!isSure)
    return { type: { name: null, confidence: null, candidates, evidence: [] }, like: [] };
  return { type: { ...best, candidates, evidence: evidenceOf(guess, best.name) }, like };
}

/** Returns what the nearest labelled documents say about each of their types, by ridge regression among them. */
function whatTheySay(
  neighbours: readonly Neighbour[],
  kernel: ReturnType<typeof kernelOf>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const chosen = neighbours
    .filter(({ type }) => {
      const count = (counts.get(type) ?? 0) + 1;
      counts.set(type, count);
      return count <= MOST_OF_A_TYPE;
    })
    .slice(0, MOST_NEAREST);
  const compared = chosen.map(({ features }) => features);
  const types = [...new Set(chosen.map(({ type }) => type))];
  const said = ridge(
    compared.map((each) => kernel(each, compared).map((value) => value - STRANGERS)),
    Float64Array.from(chosen, (each) => each.kernel - STRANGERS),
    chosen.map(({ type }) => Float64Array.from(types, (other) => Number(other === type))),
    PENALTY,
  );
  return new Map(types.map((type, index) => [type, said[index] ?? 0]));
}

/** The shipped model's confidence in a type. What its candidates leave is shared by all others. */
function guessed({ candidates }: Guess, name: string, types: number): number {
  const found = candidates.find((candidate) => candidate.name === name);
  if (found) return Math.max(0.001, found.confidence);
  const rest = 1 - candidates.reduce((sum, { confidence }) => sum + confidence, 0);
  return Math.max(0.0001, rest / Math.max(1, types - candidates.length));
}

function atMost(count: number): number {
  return Math.min(MOST_OF_A_TYPE, count);
}

function evidenceOf(guess: Guess, name: string): Guess["evidence"] {
  return guess.name === name ? guess.evidence : [];
}

function isWorthShowing({ likeness }: Neighbour): boolean {
  return likeness >= WORTH_SHOWING;
}

function shown(neighbours: readonly Neighbour[]): LikeDocument[] {
  return neighbours.slice(0, MOST_LIKE).map(({ documentId, type, likeness }) => ({
    documentId,
    type,
    likeness: rounded(Math.min(1, likeness)),
  }));
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
