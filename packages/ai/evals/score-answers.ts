import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { AnswerPassage, AnswersRead } from "../src/ai";
import { ANSWER_THRESHOLD } from "../src/answering/answer-from";
import { readAnswers } from "../src/answering/read-answers";
import type { SentenceEncoder } from "../src/minilm/sentence-encoder";
import { questions } from "./questions";

const PASSAGES = 8;

/**
 * Asks each question twice: among eight passages of which one holds the answer, and among eight of which none does. The latter are those
 * nearest in meaning, so that "no" is not easy.
 */
export async function scoreAnswers(encoder: SentenceEncoder): Promise<void> {
  const all = passages();
  const vectors = new Map<string, Float32Array>();
  for (const passage of all) vectors.set(passage.documentId, await encoder.encode(passage.text));

  type Answer = AnswersRead["answers"][number];
  const scores: { best: Answer | undefined; isRight: boolean; decoy: Answer | undefined }[] = [];
  for (const { question, type, sample, answer } of questions) {
    const vector = await encoder.encode(question);
    const likeness = (id: string) =>
      (vectors.get(id) ?? new Float32Array()).reduce(
        (sum, value, at) => sum + value * (vector[at] ?? 0),
        0,
      );
    const right = `${type}#${sample}`;
    const others = all
      .filter(({ documentId, text }) => documentId !== right && !text.includes(answer))
      .sort((a, b) => likeness(b.documentId) - likeness(a.documentId));
    const holder = all.filter(({ documentId }) => documentId === right);
    const asked = numbered([...holder, ...others.slice(0, PASSAGES - 1)]);
    const { answers } = await readAnswers({ question, passages: asked }, encoder);
    const decoys = await readAnswers(
      { question, passages: numbered(others.slice(0, PASSAGES)) },
      encoder,
    );
    const isRight = answers.slice(0, 3).some(({ n, sentence }) => {
      const passage = asked[n - 1];
      const text = passage?.text.slice(...sentence).replace(/\s+/g, " ") ?? "";
      return passage?.documentId === right && text.includes(answer);
    });
    scores.push({ best: answers[0], isRight, decoy: decoys.answers[0] });
  }
  const percent = (count: number) => `${Math.round((100 * count) / scores.length)} %`;
  console.log(
    `answers: ${scores.length} questions, right quote among the three best ${percent(scores.filter(({ isRight }) => isRight).length)}`,
  );
  for (const threshold of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
    console.log(
      `  threshold ${threshold}${threshold === ANSWER_THRESHOLD ? " (shipped)" : ""}: answered ${percent(scores.filter(({ best }) => (best?.score ?? 0) >= threshold).length)}, answered rightly ${percent(scores.filter(({ best, isRight }) => isRight && (best?.score ?? 0) >= threshold).length)}, answered although no passage holds it ${percent(scores.filter(({ decoy }) => (decoy?.score ?? 0) >= threshold).length)}`,
    );
}

function numbered(given: readonly AnswerPassage[]): AnswerPassage[] {
  return given.map((passage, index) => ({ ...passage, n: index + 1 }));
}

function passages(): AnswerPassage[] {
  const folder = fileURLToPath(new URL("./samples/", import.meta.url));
  const types = [...new Set(questions.map(({ type }) => type))];
  return types.flatMap((type) =>
    readFileSync(`${folder}${type}.txt`, "utf8")
      .split(/^=====$/m)
      .map((sample, index) => ({
        n: index + 1,
        documentId: `${type}#${index + 1}`,
        title: "",
        text: sample.replace(/^\s*topics: .*\n/, "").trim(),
        headingPath: [],
      })),
  );
}
