import { flow } from "../operation/flow";
import { rulesFor } from "../redaction/contract/policy";
import { RedactionPreview } from "../redaction/contract/preview";
import { previewMessages } from "../redaction/contract/preview-messages";
import { getPolicy } from "../redaction/get-policy";
import { Question } from "./contract/question";
import { numbered, READ } from "./find/ask-passages";
import { passagesFor } from "./find/passages-for";
import { readQuestion } from "./find/read-question";

/**
 * Returns the messages with which a hosted model would be asked a question, as they would leave, with the passages that are found first. Sends nothing, and
 * needs no key.
 */
export const previewQuestion = flow("answers.preview-question", {
  title: "See what would be sent of a question",
  permission: "document.ask",
  input: Question,
  output: RedactionPreview,
  doors: ["web"],
  uses: ["ai"],
  audit: { notAudited: "It changes nothing and sends nothing." },

  async handle({ caller, ai, clock, signal }, input) {
    const question = await readQuestion(caller, input, clock());
    const found = await passagesFor(caller, question, READ, signal);
    const passages = await numbered(caller, found, 0);
    const policy = await getPolicy(caller, {});
    const given = {
      messages: await ai.messagesFor({ question: question.asked.question, passages }),
      rules: rulesFor(policy, null),
      isBarred: passages.some((passage) => passage.mayLeave === false),
    };
    return previewMessages(ai, given, signal);
  },
});
