import {
  Annotation,
  END,
  type LangGraphRunnableConfig,
  START,
  StateGraph,
} from "@langchain/langgraph";
import type { AnswerCitation, AnswerEvent, AnswerInput, AnswerPassage } from "../../ai";
import { type Hosted, sumOf } from "../hosted";
import { refuseToSendPassages } from "../refuse-to-send";
import { UnusableAnswer } from "../unusable-answer";
import { linesOf, replyOf, type Spent } from "./ask-model";
import { type Claim, verifiedClaim } from "./claims";
import { toAnswer, toCondense, toJudge } from "./prompts";

const MOST_RETRIEVALS = 2;
const MOST_TRIES = 2;
const LONGEST_QUESTION = 500;

const State = Annotation.Root({
  question: Annotation<string>,
  /** The words to search for next; null if the passages at hand are enough. */
  query: Annotation<string | null>,
  passages: Annotation<readonly AnswerPassage[]>,
  retrievals: Annotation<number>,
  tries: Annotation<number>,
  claims: Annotation<readonly Claim[]>,
  refused: Annotation<readonly string[]>,
});
type StateOf = typeof State.State;

/**
 * Answers with a hosted model. Makes a follow-up stand alone, retrieves and judges the passages, and searches once more if none helps. Every sentence
 * of the answer is checked against the words that it quotes, and only those that pass are yielded. Throws `UnusableAnswer` if none passes twice.
 */
export async function* answerByGraph(
  hosted: Hosted,
  input: AnswerInput,
  signal?: AbortSignal,
): AsyncIterable<AnswerEvent> {
  const spent: Spent = { costs: [], sent: [] };
  refuseToSendPassages(input.passages);
  const graph = graphOf(hosted, input, spent, signal);
  const start = {
    question: input.question,
    query: input.passages.length === 0 ? input.question : null,
    passages: input.passages,
    retrievals: 0,
    tries: 0,
    claims: [],
    refused: [],
  };
  const numbers = new Map<number, number>();
  const citations: AnswerCitation[] = [];
  let state: StateOf = start;
  for await (const [mode, chunk] of await graph.stream(start, {
    streamMode: ["custom", "values"],
    ...(signal && { signal }),
  })) {
    if (mode === "values") {
      state = chunk;
      continue;
    }
    const { text, added } = written(chunk, numbers, citations.length > 0);
    citations.push(...added);
    yield { kind: "text", text };
  }
  const cost = sumOf(spent.costs);
  if (citations.length === 0 && state.refused.length > 0)
    throw new UnusableAnswer("No sentence of the model's answer was borne out by a quote.", cost);
  yield {
    kind: "done",
    found: citations.length > 0,
    citations,
    sent: spent.sent,
    producedBy: { kind: "openai", model: hosted.model, release: "2" },
    cost,
  };
}

function graphOf(hosted: Hosted, input: AnswerInput, spent: Spent, signal?: AbortSignal) {
  const { history = [], retrieve, instructions } = input;

  async function condense({ question }: StateOf) {
    if (history.length === 0) return {};
    const [line] = await replyOf(hosted, toCondense(question, history), spent, signal);
    const alone = line?.slice(0, LONGEST_QUESTION) ?? question;
    return { question: alone, query: alone };
  }

  async function find({ query, passages, retrievals }: StateOf) {
    if (query === null || !retrieve) return { query: null };
    const found = await retrieve(query, signal);
    refuseToSendPassages(found);
    const known = new Set(passages.map(({ n }) => n));
    return {
      passages: [...passages, ...found.filter(({ n }) => !known.has(n))],
      retrievals: retrievals + 1,
      query: null,
    };
  }

  async function judge({ question, passages, retrievals }: StateOf) {
    if (passages.length === 0) return {};
    const [first = "", ...more] = await replyOf(hosted, toJudge(question, passages), spent, signal);
    const chosen = new Set([...first.matchAll(/\d+/g)].map(([number]) => Number(number)));
    const helpful = passages.filter(({ n }) => chosen.has(n));
    if (helpful.length > 0) return { passages: helpful };
    const query = more.join(" ").slice(0, LONGEST_QUESTION);
    return retrieve && retrievals < MOST_RETRIEVALS && query !== "" ? { query } : {};
  }

  async function answer(
    { question, passages, refused, tries }: StateOf,
    { writer }: LangGraphRunnableConfig,
  ) {
    const claims: Claim[] = [];
    const wrong: string[] = [];
    if (passages.length === 0) return { claims, refused: wrong, tries: tries + 1 };
    const messages = toAnswer(question, passages, { refused, instructions });
    for await (const line of linesOf(hosted, messages, spent, signal)) {
      if (line.trim() === "" || /^\W*not found\b/i.test(line)) continue;
      const claim = verifiedClaim(line, question, passages);
      if (!claim) {
        wrong.push(line);
        continue;
      }
      claims.push(claim);
      writer?.(claim);
    }
    return { claims, refused: claims.length > 0 ? [] : wrong, tries: tries + 1 };
  }

  return new StateGraph(State)
    .addNode("condense", condense)
    .addNode("retrieve", find)
    .addNode("judge", judge)
    .addNode("answer", answer)
    .addEdge(START, "condense")
    .addEdge("condense", "retrieve")
    .addConditionalEdges("retrieve", ({ retrievals }) =>
      retrievals < MOST_RETRIEVALS ? "judge" : "answer",
    )
    .addConditionalEdges("judge", ({ query }) => (query === null ? "answer" : "retrieve"))
    .addConditionalEdges("answer", ({ refused, tries }) =>
      refused.length > 0 && tries < MOST_TRIES ? "answer" : END,
    )
    .compile();
}

/** Adds the markers of a claim, which count sources from 1 in the order in which they are first cited. */
function written({ text, proofs }: Claim, numbers: Map<number, number>, isNext: boolean) {
  const added = proofs.map((proof): AnswerCitation => {
    const n = numbers.get(proof.passage) ?? numbers.size + 1;
    numbers.set(proof.passage, n);
    return { n, ...proof };
  });
  const markers = [...new Set(added.map(({ n }) => n))].map((n) => `[${n}]`).join(" ");
  const end = /[.!?]$/.exec(text)?.[0] ?? "";
  const sentence = `${text.slice(0, text.length - end.length)} ${markers}${end}`;
  return { text: isNext ? ` ${sentence}` : sentence, added };
}
