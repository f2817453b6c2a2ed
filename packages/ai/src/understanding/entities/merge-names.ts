import {
  entityKey,
  isNamedKind,
  type NamedKind,
  withoutTitle,
} from "@besunny/document-model/statements/entity-key";

import type { Entity, Span } from "../../ai";

type Name = {
  kind: NamedKind;
  key: string;
  forms: Map<string, number>;
  confidence: number;
  evidence: Span[];
};

/**
 * Merges names of the same person, organisation or place in one document: "ACME GmbH" and "Acme"; "A. Keller" and "Keller" with "Anna Keller"
 * if no other name could be meant. Other entities stay as they are.
 */
export function mergeNames(entities: readonly Entity[]): Entity[] {
  const names = new Map<string, Name>();
  const others: Entity[] = [];
  for (const entity of entities) {
    const { kind, text, confidence, evidence } = entity;
    const key = isNamedKind(kind) ? entityKey(kind, text) : "";
    if (!isNamedKind(kind) || key === "") {
      others.push(entity);
      continue;
    }
    const form = kind === "person" ? withoutTitle(text) : text;
    add(names, {
      kind,
      key,
      forms: new Map([[form, evidence.length]]),
      confidence,
      evidence: [...evidence],
    });
  }
  for (const short of [...names.values()]) {
    const full = short.kind === "person" && fullNameOf(short, [...names.values()]);
    if (!full) continue;
    names.delete(`person ${short.key}`);
    add(names, { ...short, key: full.key });
  }
  return [...others, ...[...names.values()].map(toEntity)];
}

function add(names: Map<string, Name>, name: Name): void {
  const known = names.get(`${name.kind} ${name.key}`);
  if (!known) {
    names.set(`${name.kind} ${name.key}`, name);
    return;
  }
  known.confidence = Math.max(known.confidence, name.confidence);
  known.evidence = [...known.evidence, ...name.evidence].sort((a, b) => a[0] - b[0]);
  for (const [form, count] of name.forms)
    known.forms.set(form, (known.forms.get(form) ?? 0) + count);
}

/** Returns the one full name that a last name, alone or behind initials, is short for; nothing if there are several. */
function fullNameOf(short: Name, names: readonly Name[]): Name | undefined {
  const words = short.key.split(" ");
  const initials = words.slice(0, -1);
  if (initials.some((word) => word.length > 1)) return undefined;
  const fits = names.filter(({ kind, key }) => {
    const full = key.split(" ");
    return (
      kind === "person" &&
      full.length > 1 &&
      (full[0]?.length ?? 0) > 1 &&
      full.at(-1) === words.at(-1) &&
      initials.every((initial, at) => full[at]?.startsWith(initial))
    );
  });
  return fits.length === 1 ? fits[0] : undefined;
}

function toEntity({ kind, forms, confidence, evidence }: Name): Entity {
  // The fullest form is the name that a page should have; the commonest of equally full ones.
  const [text = ""] = [...forms]
    .sort((a, b) => b[0].split(" ").length - a[0].split(" ").length || b[1] - a[1])
    .map(([form]) => form);
  return { kind, text, confidence, evidence };
}
