import { z } from "zod";

import { isOfFamily } from "../outside/family";
import { ModelProblem } from "./model-problem";
import shipped from "./models.json" with { type: "json" };

/** A model that a provider lists; `shutdownDate` is an ISO day, null where none is announced. */
export type OfferedModel = { id: string; shutdownDate: string | null };

/** Facts about providers' models, in a dated file, because they change faster than code. */
export const modelFacts = z
  .object({
    source: z.string(),
    readOn: z.iso.date(),
    /** Families of models that read and answer well, best first. */
    preferred: z.array(z.string()),
    /** Parts of a name that show that a model is not for chat. */
    notChat: z.array(z.string()),
    embeddings: z.array(z.object({ model: z.string(), dimensions: z.number().int() })),
  })
  .parse(shipped);

const DAY_MS = 86_400_000;
/** A model that ends sooner is not chosen. */
const LEAST_DAYS_LEFT = 7;
/** A warning about a model that a person named starts this long before its end. */
const WARNING_DAYS = 60;
const NAMES_SHOWN = 5;

/**
 * Returns the model to use if none is named: the first preferred one that does not end soon, else the only one for chat. Throws
 * `ModelProblem` if there is none.
 */
export function chooseModel(
  offered: readonly OfferedModel[],
  at: Date,
  preferred: readonly string[] = modelFacts.preferred,
): string {
  const living = offered.filter((model) => !endsBy(model, later(at, LEAST_DAYS_LEFT)));
  for (const family of preferred) {
    const [best] = living
      .map(({ id }) => id)
      .filter((id) => isOfFamily(id, family))
      .sort((a, b) => a.length - b.length || b.localeCompare(a));
    if (best) return best;
  }
  const chat = living.filter(isForChat);
  const [only] = chat;
  if (only && chat.length === 1) return only.id;
  throw new ModelProblem(
    only
      ? `The provider offers ${chat.length} chat models and none that BeSunny knows. Set OPENAI_MODEL to one of them, such as ${namesOf(chat)}.`
      : "The provider lists no chat model that lives on. Set OPENAI_MODEL to a model that it has.",
  );
}

/** Returns a warning if a model that a person named ends soon, else null. Throws `ModelProblem` if it has ended. */
export function checkNamedModel(
  name: string,
  offered: readonly OfferedModel[],
  at: Date,
): string | null {
  const model = offered.find(({ id }) => id === name);
  if (!model?.shutdownDate) return null;
  if (endsBy(model, at))
    throw new ModelProblem(
      `OPENAI_MODEL names ${name}, which its maker switched off on ${model.shutdownDate}. Set it to a model that lives on, or unset it.`,
    );
  if (!endsBy(model, later(at, WARNING_DAYS))) return null;
  return `OPENAI_MODEL names ${name}, which its maker switches off on ${model.shutdownDate}. Set it to another model before then, or unset it.`;
}

function endsBy({ shutdownDate }: OfferedModel, at: Date): boolean {
  return shutdownDate !== null && shutdownDate <= at.toISOString().slice(0, 10);
}

function later(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

function isForChat({ id }: OfferedModel): boolean {
  return !modelFacts.notChat.some((part) => id.toLowerCase().includes(part));
}

function namesOf(models: readonly OfferedModel[]): string {
  return models
    .slice(0, NAMES_SHOWN)
    .map(({ id }) => id)
    .join(", ");
}
