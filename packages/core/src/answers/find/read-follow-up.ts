import { fieldsOf } from "../question/fields";
import {
  asksBarely,
  asksOfThem,
  comparingOf,
  isElliptic,
  type Link,
  linkOf,
  placeOf,
  withoutOpening,
} from "../question/follow-up";
import { joinedTo, type Thread, withNames } from "../question/thread";
import { type Asked, openWords, understand } from "../question/understand";
import { languageSaid } from "../question/words";
import { type Found, type ReadQuestion, typesOf } from "./about-documents";
import type { NamedDocument } from "./find-asked";
import { resolve } from "./resolve";

type Given = {
  question: string;
  /** The question on its own. */
  first: Found;
  thread: Thread;
  read: (question: string) => Promise<Found>;
  now: Date;
};
/** More documents than these share a word rather than a name. */
const MOST_NAMED = 5;

type Followed = Partial<ReadQuestion>;

/** Returns what the conversation adds to a question that goes on with it; nothing for a question of its own. */
export async function readFollowUp(given: Given): Promise<Followed> {
  const { question, first, thread, now } = given;
  const byId = new Map(first.documents.map((document) => [document.id, document]));
  const seen = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const [answered, named] = [seen(thread.documentIds), seen(thread.named)];
  const kept = answered.length > 0 ? answered : await namedBefore(given);
  const own = withoutOpening(question);
  const earlier = understand(thread.question, { now, about: typesOf(kept) });

  const chosen = chosenOf(first, own, kept, named);
  if (chosen) return about(given, earlier, chosen);
  const fold =
    first.resolved.isNamed || first.asked.types.length > 0 ? null : comparingOf(question);
  const compared = kept.length > 1 ? [...kept] : named;
  if (fold && compared.length > 1) return folded(given, earlier, compared, fold);
  if (asksOfThem(question) && kept.length > 1) return amongThem(given, earlier, kept);

  const link = linkOf(question);
  if (!(link || asksBarely(question))) return loose(given, kept);
  if (isOwn(given, link)) return {};
  return goesOn(given, earlier, kept);
}

/** The documents that the last question named, where no answer rests on any. */
async function namedBefore({ thread, read }: Given): Promise<readonly NamedDocument[]> {
  for (const question of new Set([thread.question, thread.opening])) {
    const { resolved } = await read(question);
    if (resolved.isNamed && resolved.documents.length <= MOST_NAMED) return resolved.documents;
  }
  return [];
}

/** A question names all that it needs though it points: to the documents that it lists, or within its own words. */
function isOwn({ question, first: { asked, resolved } }: Given, link: Link): boolean {
  const isList = asked.form === "list" || asked.form === "count" || asked.form === "sum";
  return (
    (link === "points" && asked.types.length > 0 && isList) ||
    (link !== "corrects" && resolved.isNamed && !isElliptic(question))
  );
}

/** "The second one" and "the other one" are of the documents that were named before. */
function chosenOf(
  { asked, resolved }: Found,
  own: string,
  kept: readonly NamedDocument[],
  named: readonly NamedDocument[],
): NamedDocument[] | null {
  const place = asked.types.length > 0 || resolved.isNamed ? null : placeOf(own);
  if (place === null) return null;
  if (place !== "other") {
    const one = (kept.length > 1 ? kept : named).at(place);
    return one && (kept.length > 1 || named.length > 1) ? [one] : null;
  }
  const others = named.filter((each) => !kept.some(({ id }) => id === each.id));
  return others.length === 1 ? others : null;
}

/** The question, of other documents than before. */
function about({ question, first, thread, now }: Given, earlier: Asked, chosen: NamedDocument[]) {
  const own = understand(withoutOpening(question), { now, about: typesOf(chosen) });
  const asksAnother = own.parts.some(({ fields }) => fields.length > 0) || !isElliptic(question);
  const asked = asksAnother
    ? { ...own, language: spoken(earlier, question) }
    : { ...earlier, question: thread.question };
  const resolved = { documents: chosen, isNamed: true, unexplained: [] };
  return {
    asked: { ...asked, days: null, order: null },
    resolved,
    documents: first.documents,
    isChosen: true,
    context: thread.question,
  };
}

/** "Which is higher?" compares what was asked about before. */
function folded(
  { first, thread, question }: Given,
  earlier: Asked,
  documents: NamedDocument[],
  fold: "largest" | "smallest",
): Followed {
  const hasOwn = first.asked.parts.some(({ fields }) => fields.length > 0);
  const asked: Asked = {
    ...first.asked,
    language: spoken(earlier, question),
    form: "sum",
    fold,
    parts: hasOwn ? first.asked.parts : earlier.parts,
    types: earlier.types,
  };
  const resolved = { documents, isNamed: true, unexplained: [] };
  return { asked, resolved, isAmongNamed: true, isChosen: true, context: thread.question };
}

/** "How many of them end in 2027?" is about the documents of the list before. */
function amongThem(
  { first, thread, question, now }: Given,
  earlier: Asked,
  kept: readonly NamedDocument[],
): Followed {
  const asked = understand(withoutOpening(question), { now, about: typesOf(kept) });
  const isCount = /\b(?:how many|wie viele|wieviele|combien|cu[aá]nt[oa]s)(?!\p{L})/iu.test(
    question,
  );
  const many = earlier.types.map((each) => ({ ...each, isMany: true }));
  const followed: Asked = {
    ...asked,
    form: asked.form !== "fact" ? asked.form : isCount ? "count" : "list",
    types: first.asked.types.length > 0 ? first.asked.types : many,
    language: spoken(earlier, question),
  };
  const { unexplained } = resolve(followed, kept);
  const resolved = { documents: [...kept], isNamed: true, unexplained };
  return { asked: followed, resolved, isChosen: true, context: thread.question };
}

/** A question that names nothing may be about the documents before it, or about all. */
function loose({ first, thread }: Given, kept: readonly NamedDocument[]): Followed {
  const { asked, resolved } = first;
  const types = asked.types.flatMap((mention) => mention.types);
  const isOfType = (each: NamedDocument) => types.length === 0 || types.includes(each.type ?? "");
  const own = kept.filter(isOfType);
  const ofBefore = own.filter(({ id }) => resolved.documents.some((each) => each.id === id));
  if (resolved.isNamed && ofBefore.length > 0 && asked.form === "fact" && !asked.order)
    return { resolved: { ...resolved, documents: ofBefore }, context: thread.question };
  if (resolved.isNamed || asked.order || asked.form === "list" || asked.form === "count") return {};
  if (own.length === 0 || asked.isWhoMentions || asked.outline || asked.form === "sum") return {};
  const names = asked.parts.flatMap(({ fields }) => fields.map(({ name }) => name));
  const hasAll =
    names.length > 0 &&
    own.every(({ type }) => names.every((name) => fieldsOf(type ?? "").includes(name)));
  const isTheType = types.length > 0 && own.length === 1;
  const more = { about: own, context: thread.question };
  if (!(hasAll || isTheType)) return more;
  const { unexplained } = resolve(asked, own);
  return { ...more, resolved: { documents: own, isNamed: true, unexplained } };
}

async function goesOn(
  given: Given,
  earlier: Asked,
  kept: readonly NamedDocument[],
): Promise<Followed> {
  const { question, first, thread, now } = given;
  const isAnother = first.resolved.isNamed || (kept.length > 0 && namesType(first, kept));
  const asked = continued(given, earlier, isAnother, kept);
  const context = thread.question;
  if (isAnother) {
    const documents = first.resolved.documents;
    return {
      asked,
      resolved: { documents, isNamed: true, unexplained: [] },
      isChosen: true,
      context,
    };
  }
  // A thread about everything goes on about everything, with the words of the question before.
  if (kept.length === 0) return given.read(asked.question);
  const about = understand(withoutOpening(question), { now, about: typesOf(kept) });
  const parts = asked.parts.some(({ fields }) => fields.length > 0) ? asked.parts : about.parts;
  const followed = { ...asked, parts };
  const { unexplained } = resolve(followed, kept);
  const resolved = { documents: [...kept], isNamed: true, unexplained };
  return { asked: followed, resolved, isChosen: true, context };
}

/** "No, the lease" names documents by a type that those before do not have. */
function namesType({ asked, resolved }: Found, kept: readonly NamedDocument[]): boolean {
  const types = asked.types.flatMap((mention) => mention.types);
  return (
    types.length > 0 &&
    resolved.documents.length > 0 &&
    resolved.documents.length <= 3 &&
    !kept.some(({ type }) => types.includes(type ?? ""))
  );
}

/** Takes from the question before what a follow-up leaves out: "and in 2025?" asks the same of other days. */
function continued(
  { question, first, thread, now }: Given,
  earlier: Asked,
  isAnother: boolean,
  kept: readonly NamedDocument[],
): Asked {
  const own = { ...first.asked, language: spoken(earlier, question) };
  const isBare = asksBarely(question);
  if (!(isBare || isElliptic(question))) return own;
  const asksAnother =
    own.parts.some(({ fields }) => fields.length > 0) ||
    (!isBare && !isAnother && !own.days && openWords(own).length > 0);
  if (asksAnother) return own;
  const said = isAnother
    ? withNames(thread.question, namesOf(earlier, kept), withoutOpening(question))
    : joinedTo(thread.question, question, now);
  const whole = understand(said, {
    now,
    about: typesOf(isAnother ? first.resolved.documents : kept),
  });
  return {
    ...own,
    question: said,
    form: isBare ? whole.form : earlier.form,
    fold: earlier.fold,
    parts: isBare ? whole.parts : earlier.parts,
    types: own.types.length > 0 ? own.types : earlier.types,
    outline: earlier.outline,
    asksWhoSigned: isBare ? whole.asksWhoSigned : earlier.asksWhoSigned,
    days: own.days ?? null,
  };
}

/** The words of the question before that name its documents. */
function namesOf(earlier: Asked, kept: readonly NamedDocument[]): string[] {
  const { unexplained } = resolve(earlier, kept);
  return openWords(earlier).filter((word) => !unexplained.includes(word));
}

/** A few names say nothing of their language, so the language of the conversation goes on. */
function spoken(earlier: Asked, question: string): Asked["language"] {
  return languageSaid(question) ?? earlier.language;
}
