import type { Repositories } from "@besunny/db/database";
import { z } from "zod";

import { idIn, instant } from "../../shapes";
import { allFields } from "./cards/cards";
import { Evidence, type Fact, type Statements } from "./statements";

/** The fields of labels that say facts begin with this, and go on with the name of the fact. */
export const FACT_FIELD = "fact:";

/** The parts of a said fact that are kept beside its value. */
export const SaidDetails = z.object({
  label: z.string().optional(),
  normalised: z.string().optional(),
  evidence: z.array(Evidence),
});
export type SaidDetails = z.infer<typeof SaidDetails>;

/** A person's word on a fact, as clients get it. */
export const Said = z.object({
  field: z.string().meta({ description: "The name under which it can be taken back" }),
  by: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
  at: instant,
  isConfirmation: z.boolean(),
});

type SaidLabel = Awaited<ReturnType<Repositories["labels"]["listInForce"]>>[number];

const many = new Set(
  allFields.filter(({ isMany, kind }) => isMany || kind === "list").map(({ name }) => name),
);

/** Returns the labels in force that say facts of a document, oldest first. */
export function findSaid(labels: Pick<Repositories["labels"], "listInForce">, id: string) {
  return labels.listInForce(id, FACT_FIELD);
}

/** Returns the field of the label that says a fact. Where a document may state several values of a name, each has a label of its own. */
export function labelFieldOf(name: string, value: string | null): string {
  return many.has(name) ? `${FACT_FIELD}${name}:${value ?? ""}` : `${FACT_FIELD}${name}`;
}

/** Returns the name of the fact that a label says. */
export function factNameOf(field: string): string {
  const rest = field.slice(FACT_FIELD.length);
  return [...many].find((name) => rest.startsWith(`${name}:`)) ?? rest;
}

/**
 * Returns the facts that apply: what people said goes before what the models found, in its place. A fact that a person removed is left
 * out, also when the models find it again.
 */
export function withSaid(
  facts: Statements["facts"],
  said: readonly SaidLabel[],
): (Fact & { said?: z.infer<typeof Said> })[] {
  const open = new Set(said);
  const kept = facts.flatMap((fact) => {
    const label = said.find((each) => isAbout(each, fact));
    if (!label) return [fact];
    return open.delete(label) ? factOf(label, fact) : [];
  });
  return [...kept, ...[...open].flatMap((label) => factOf(label, null))];
}

function isAbout({ field, before, value }: SaidLabel, fact: Fact): boolean {
  const name = factNameOf(field);
  if (name !== fact.name) return false;
  return !many.has(name) || fact.value === before || fact.value === value;
}

function factOf(label: SaidLabel, found: Fact | null) {
  const { field, value, by, createdAt, source } = label;
  if (value === null) return [];
  const said = { field, by, at: createdAt, isConfirmation: source === "confirmation" };
  const isSame = found?.value === value;
  const details = SaidDetails.parse(label.details ?? { evidence: [] });
  const { label: name, normalised, evidence } = details;
  const known = isSame && found.evidence.length > 0 ? found.evidence : evidence;
  return [
    {
      name: factNameOf(field),
      ...((name ?? found?.label) && { label: name ?? found?.label }),
      value,
      ...(normalised && { normalised }),
      confidence: 1,
      evidence: known,
      ...(isSame && found.element && { element: found.element }),
      said,
    },
  ];
}
