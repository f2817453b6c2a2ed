import type { Caller } from "../../operation/caller";
import { isDatedWithin, statedDay } from "../facts/dates-of";
import { isNumbered, numberAsked, statedNumber } from "../facts/numbered";
import { type Asked, openWords } from "../question/understand";
import { isSameWord, wordsOf } from "../question/words";
import type { NamedDocument } from "./find-asked";
import { findFacts } from "./find-facts";
import { findText } from "./find-text";
import type { Resolved } from "./resolve";

/** Documents whose facts are read for their day, and whose text is read for a number or a word. */
const MOST_DATED = 500;
const MOST_READ = 20;

/** Tells documents apart that bear the same names: by the number of an amendment, and by the day that the question names. */
export async function refine(
  caller: Caller,
  asked: Asked,
  documents: readonly NamedDocument[],
  resolved: Resolved,
): Promise<Resolved> {
  const numbered = await ofNumber(caller, asked, resolved);
  if (numbered) return numbered;
  return (await ofDays(caller, asked, documents, resolved)) ?? resolved;
}

/** "The second amendment" is the one whose text or title says that it is. */
async function ofNumber(
  caller: Caller,
  asked: Asked,
  resolved: Resolved,
): Promise<Resolved | null> {
  const number = numberAsked(asked);
  const amendments = resolved.documents.filter(({ type }) => type === "amendment");
  if (number === null || amendments.length === 0 || amendments.length > MOST_READ) return null;
  const ids = amendments.map(({ id }) => id);
  const passages = await findText(caller, { ids });
  const headOf = ({ id, title }: NamedDocument) =>
    `${title}\n${passages.find(({ documentId }) => documentId === id)?.text ?? ""}`;
  const stated = amendments.filter((each) => isNumbered(headOf(each), number));
  const found = stated.length > 0 ? stated : await byDay();
  if (found.length === 0) return null;
  const unexplained = resolved.unexplained.filter((word) => word !== String(number));
  return { ...resolved, documents: found, isNamed: true, unexplained };

  /** Amendments without a number are numbered by their days, if those with one stand where it says. */
  async function byDay(): Promise<NamedDocument[]> {
    const facts = Map.groupBy(await findFacts(caller, { ids }), ({ documentId }) => documentId);
    const days = new Map(
      amendments.map((each) => [each.id, statedDay(each, facts.get(each.id) ?? []) ?? ""]),
    );
    const dayOf = ({ id }: NamedDocument) => days.get(id) ?? "";
    if (amendments.some((each) => dayOf(each) === "")) return [];
    const sorted = amendments.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
    const isInPlace = sorted.every((each, at) => {
      const own = statedNumber(headOf(each));
      return own === null || own === at + 1;
    });
    const one = sorted[(number ?? 0) - 1];
    return isInPlace && one ? [one] : [];
  }
}

/** Documents of the type and the days that a question names, if its other words stand in them. */
async function ofDays(
  caller: Caller,
  asked: Asked,
  documents: readonly NamedDocument[],
  resolved: Resolved,
): Promise<Resolved | null> {
  const { days, form } = asked;
  const types = asked.types.flatMap((mention) => mention.types);
  if (!days || types.length === 0 || (form !== "fact" && form !== "summary")) return null;
  const ofType = documents.filter(({ type }) => types.includes(type ?? "")).slice(0, MOST_DATED);
  const facts = await findFacts(caller, { ids: ofType.map(({ id }) => id) });
  const byDocument = Map.groupBy(facts, ({ documentId }) => documentId);
  const dated = ofType.filter((document) =>
    isDatedWithin({ ...document, facts: byDocument.get(document.id) ?? [] }, days),
  );
  if (dated.length === 0 || dated.length > MOST_READ) return null;
  const words = openWords(asked);
  const passages =
    words.length > 0 ? await findText(caller, { ids: dated.map(({ id }) => id) }) : [];
  const found = dated.filter((document) => {
    const text = passages
      .filter(({ documentId }) => documentId === document.id)
      .map((passage) => passage.text);
    const said = [document.title, document.fileName, ...document.names, ...text].join(" ");
    const own = new Set(wordsOf(said));
    return words.every((word) => own.has(word) || [...own].some((each) => isSameWord(each, word)));
  });
  return found.length > 0
    ? { ...resolved, documents: found, isNamed: true, unexplained: [] }
    : null;
}
