import { findParsedDocument } from "../../content/find-parsed-document";
import type { MeetingEvidence } from "../../meetings/contract/evidence";
import type { Caller } from "../../operation/caller";
import { prove } from "../../understanding/contract/statements";
import { type Citer, createCiter } from "../compose/citer";
import { type CitedPoint, composePoints } from "../compose/compose-points";
import { type Answered, doneOf } from "../compose/done";
import { plain } from "../compose/format";
import { askedOfMeetings } from "../question/of-meetings";
import type { ReadQuestion } from "./about-documents";
import { choosePoints } from "./choose-points";
import { findPoints, type MeetingPoint } from "./find-points";
import { understoodOf } from "./read-question";

const MOST_SHOWN = 8;

const nothing = { documents: [], isNamed: false, unexplained: [] };

/**
 * Answers what was decided in meetings, or what is to be done, from their decisions and actions. Null if the question asks for something else, or if
 * none of them is about it.
 */
export async function askMeetings(
  caller: Caller,
  question: ReadQuestion,
  now: Date,
): Promise<Answered | null> {
  const { scope, asked: understood } = question;
  const asked = askedOfMeetings(understood.question, now);
  if (!asked || isTooWide(question)) return null;
  const { part, isDone, language } = asked;
  const points = await findPoints(caller, {
    part,
    isDone,
    ...(scope.projectId && { projectId: scope.projectId }),
  });
  const chosen = choosePoints(asked, points.filter(inScope(question)));
  if (chosen.length === 0) return null;

  const citer = createCiter();
  const shown: CitedPoint[] = [];
  for (const point of chosen) {
    if (shown.length === MOST_SHOWN) break;
    // An action without a transcript is for fewer people than may read the answer.
    if (point.documentId === null) continue;
    const sources = await cite(caller, citer, point, point.evidence);
    const { against } = point;
    const contrary = against ? await cite(caller, citer, against, against) : [];
    shown.push({ ...point, sources, contrary });
  }
  const text = composePoints(part, shown, chosen.length - shown.length, language);
  const draft = { form: "list" as const, text, table: null, rest: [] };
  const about = {
    ...question,
    asked: { ...understood, types: [], days: null },
    ...(!question.isChosen && { resolved: nothing }),
  };
  const done = doneOf(draft, citer.citations, understoodOf(about, draft.form, citer.citations));
  const transcripts = shown.flatMap(({ documentId }) => documentId ?? []);
  return {
    text,
    rest: [],
    done: { ...done, read: [...new Set([...transcripts, ...(done.read ?? [])])] },
  };
}

/** Returns whether the documents that were chosen are more than are known by name. */
function isTooWide({ scope, isChosen, history }: ReadQuestion): boolean {
  return scope.query !== undefined && (!isChosen || history.length > 0);
}

function inScope({ scope, documents }: ReadQuestion): (point: MeetingPoint) => boolean {
  if (!(scope.documentId || scope.documentIds || scope.query)) return () => true;
  const ids = new Set(documents.map(({ id }) => id));
  return ({ documentId }) => documentId !== null && ids.has(documentId);
}

/** Returns the number of a place; none if the words of the document are others there now. */
async function cite(
  caller: Caller,
  { cite: number }: Citer,
  { documentId, title }: Pick<MeetingPoint, "documentId" | "title">,
  place: Pick<MeetingEvidence, "quote" | "span"> | null,
): Promise<number[]> {
  if (!documentId || !place) return [];
  const model = await findParsedDocument(caller, { id: documentId });
  return prove(model, place.span)
    .filter(({ quote }) => plain(quote) === plain(place.quote))
    .map((evidence) => number({ id: documentId, title }, evidence));
}
