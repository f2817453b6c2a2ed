import type { Report } from "../report";
import { ask, type Earlier } from "./ask";
import { judge } from "./judge";
import { type Judged, readCollections, readJudged, type Turn } from "./set";
import { type Judgment, tally } from "./tally";
import { type Desk, openDesks } from "./workspaces";

type Options = { judged: string; data?: string; keep?: string; url?: string; only?: string };

/** Asks the questions of a judged set as a person does, and counts which answers are right, wrong and declined. */
export async function judgedQuestions({ judged: file, only, ...given }: Options): Promise<Report> {
  const questions = readJudged(file).filter((each) => !only || groupsOf(each).includes(only));
  const { deskOf, close } = await openDesks(given, readCollections(file));
  try {
    const results: Judgment[] = [];
    for (const each of questions) {
      const desk = await deskOf(each.collection);
      const history: Earlier[] = [];
      for (const question of each.thread)
        history.push(earlierOf(question, await ask(desk.product, question, history)));
      const { judgment } = await askAndJudge(desk, each, history, each.id);
      results.push({ ...judgment, groups: groupsOf(each) });
    }
    return tally(results);
  } finally {
    await close();
  }
}

/** Asks one question, says on standard error what came of it, and returns the judgement with what a follow-up needs. */
export async function askAndJudge(
  { product, fileNameOf }: Desk,
  turn: Turn,
  history: readonly Earlier[],
  id: string,
): Promise<{ judgment: Omit<Judgment, "groups">; earlier: Earlier }> {
  const { answerable } = turn;
  try {
    const said = await ask(product, turn.question, history);
    const judgement = judge(turn, said, fileNameOf);
    const text = said.text.replaceAll(/\s+/g, " ").slice(0, 200);
    console.error(`${id}  ${judgement.outcome}  ${turn.question}  >  ${text}`);
    return {
      judgment: { ...judgement, answerable, msToFirstWord: said.msToFirstWord },
      earlier: earlierOf(turn.question, said),
    };
  } catch (error) {
    console.error(`${id}  broken  ${turn.question}  >  ${error}`);
    return {
      judgment: { outcome: "broken", isProven: null, answerable, msToFirstWord: null },
      earlier: { question: turn.question, answer: "", documentIds: [] },
    };
  }
}

function earlierOf(
  question: string,
  { text, citations }: Awaited<ReturnType<typeof ask>>,
): Earlier {
  const documentIds = [...new Set(citations.map(({ documentId }) => documentId))];
  return { question, answer: text, documentIds };
}

function groupsOf({ form, collection, language, answerable }: Judged): string[] {
  return [
    answerable ? `form ${form}` : "unanswerable",
    `collection ${collection}`,
    `language ${language}`,
  ];
}
