import type { NewMention } from "@besunny/db/workspace/entities/entities";
import { entityKey, isNamedKind } from "@besunny/document-model/statements/entity-key";

import type { Statements } from "../../understanding/contract/statements";

/** Both are longer than any name, so they cut only what is none. */
const LONGEST_KEY = 200;
const LONGEST_NAME = 300;
const MOST_EVIDENCE = 20;

/** Returns what the statements say of people, organisations and places, once for each entity. Names without evidence are left out. */
export function mentionsOf({ entities }: Pick<Statements, "entities">): NewMention[] {
  const mentions = new Map<string, NewMention>();
  for (const { kind, text, confidence, evidence } of entities) {
    const key = isNamedKind(kind) ? entityKey(kind, text).slice(0, LONGEST_KEY) : "";
    const id = `${kind} ${key}`;
    // An entity of a stored result may have the key of another: a hosted model lists "Acme" and "ACME GmbH".
    if (key === "" || evidence.length === 0 || mentions.has(id)) continue;
    mentions.set(id, {
      kind,
      key,
      name: text.slice(0, LONGEST_NAME),
      count: evidence.length,
      confidence,
      evidence: evidence.slice(0, MOST_EVIDENCE),
    });
  }
  return [...mentions.values()];
}
