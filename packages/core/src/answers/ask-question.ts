import type { Ai } from "@besunny/ai/ai";
import type { z } from "zod";
import { stream } from "../operation/stream";
import { countQuestion } from "../usage/count-question";
import { answerAsked } from "./answer-asked";
import { AnswerItem } from "./contract/answer";
import { Question } from "./contract/question";
import { askMeetings } from "./find/ask-meetings";
import { askPassages } from "./find/ask-passages";
import { readQuestion } from "./find/read-question";
import { withSpeakers } from "./find/with-speakers";

/**
 * Yields an answer from documents that the actor may see, then its citations. Decisions and actions of meetings answer first. Facts, lists, counts and
 * sums come from what was understood of the documents; all else is read from passages. If no answer is found, says so with the nearest passages.
 */
export const askQuestion = stream("answers.ask-question", {
  title: "Ask a question",
  permission: "document.ask",
  input: Question,
  output: AnswerItem,
  doors: ["web", "rest"],
  cost: 10,
  uses: ["ai"],

  async *handle({ caller, ai, clock, signal, isWithin }, input) {
    // A conversation has counted it with its turn.
    if (!isWithin) await countQuestion(caller, { documentId: input.scope.documentId ?? null });
    const now = clock();
    const asked = await readQuestion(caller, input, now);
    const answered =
      (await askMeetings(caller, asked, now)) ?? (await answerAsked(caller, asked, signal));
    if (answered && answered.rest.length === 0) {
      const read = answered.done.read ?? [];
      yield { kind: "text" as const, text: answered.text, read };
      yield await withSpeakers(caller, answered.done);
      return;
    }
    const tools = { caller, ai: aiAbout(ai, input), signal };
    for await (const item of askPassages(tools, asked, answered))
      yield item.kind === "done" ? await withSpeakers(caller, item) : item;
  },
});

/** Returns the models, working for the project or the document that a question is about. */
function aiAbout(ai: Ai, { scope }: z.output<typeof Question>): Ai {
  const { projectId, documentId = null } = scope;
  return ai.as?.({ projectIds: projectId ? [projectId] : [], documentId }) ?? ai;
}
