/** The kinds of values that conditions compare. `word` is a text that is exact, such as a type or an id. */
export const fieldKinds = ["text", "word", "number", "date", "yesno", "list"] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** A value of the record that conditions may ask for. `label` is its name for people, where it is not one of the product's own. */
export type Field = { path: string; kind: FieldKind; label?: string };

/** The fields of a workspace: those of every document, and its facts and own fields. */
export type Catalogue = { fields: readonly Field[] };

export const factKinds = ["text", "number", "money", "date"] as const;
export type FactKind = (typeof factKinds)[number];
export type NamedFact = { name: string; label?: string | undefined; kind: FactKind };

export const ownKinds = ["text", "number", "money", "date", "yesno", "word"] as const;
export type OwnField = { key: string; label: string; kind: (typeof ownKinds)[number] };

/** The fields that every document has. */
export const standardFields = [
  { path: "doc.type", kind: "word" },
  { path: "doc.typeConfidence", kind: "number" },
  { path: "doc.isTypeCorrected", kind: "yesno" },
  { path: "doc.status", kind: "word" },
  { path: "doc.title", kind: "text" },
  { path: "doc.fileName", kind: "text" },
  { path: "doc.folder", kind: "text" },
  { path: "doc.format", kind: "word" },
  { path: "doc.language", kind: "word" },
  { path: "doc.pages", kind: "number" },
  { path: "doc.size", kind: "number" },
  { path: "doc.datedOn", kind: "date" },
  { path: "doc.addedOn", kind: "date" },
  { path: "doc.tags", kind: "list" },
  { path: "doc.projects", kind: "list" },
  { path: "doc.parties", kind: "list" },
  { path: "doc.hasNewParty", kind: "yesno" },
  { path: "doc.isAttachment", kind: "yesno" },
  { path: "source.kind", kind: "word" },
  { path: "source.id", kind: "word" },
  { path: "meeting.id", kind: "word" },
  { path: "meeting.title", kind: "text" },
  { path: "meeting.heldOn", kind: "date" },
  { path: "action.text", kind: "text" },
  { path: "action.owner", kind: "text" },
  { path: "action.dueOn", kind: "date" },
  { path: "actor.id", kind: "word" },
  { path: "actor.name", kind: "text" },
  { path: "now", kind: "date" },
] as const satisfies readonly Field[];

const partsOfFacts: Record<FactKind, readonly { part: string; kind: FieldKind }[]> = {
  text: [],
  number: [{ part: "number", kind: "number" }],
  money: [
    { part: "amount", kind: "number" },
    { part: "currency", kind: "word" },
  ],
  date: [{ part: "date", kind: "date" }],
};

/** Returns the name of a fact or an own field in a condition: `due date` is `due_date`. */
export function keyOf(name: string): string {
  const key = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .toLowerCase();
  return /^[a-z]/.test(key) && !reserved.has(key) ? key : `f_${key}`;
}

/** Returns the fields that the conditions of a workspace may name. Of two names with one key the first stays. */
export function catalogueOf({
  facts,
  own = [],
}: {
  facts: readonly NamedFact[];
  own?: readonly OwnField[];
}): Catalogue {
  const ofFacts = facts.flatMap(({ name, label = name, kind }): Field[] => {
    const at = `facts.${keyOf(name)}`;
    return [
      ...partsOfFacts[kind].map(({ part, kind }) => ({ path: `${at}.${part}`, kind, label })),
      { path: `${at}.text`, kind: "text", label },
      { path: `${at}.confidence`, kind: "number", label },
      { path: `${at}.isNew`, kind: "yesno", label },
    ];
  });
  const ofOwn = own.map(({ key, label, kind }): Field => {
    const path = `fields.${keyOf(key)}`;
    return { path, kind: kind === "money" ? "number" : kind, label };
  });
  const seen = new Set<string>();
  const fields = [...standardFields, ...ofFacts, ...ofOwn].filter(
    ({ path }) => !seen.has(path) && seen.add(path),
  );
  return { fields };
}

const reserved = new Set(
  "as break const continue else false for function if import in let loop namespace null package return true var void while".split(
    " ",
  ),
);
