import { askInConversation } from "./ask-in-conversation";
import { changeConversation } from "./change-conversation";
import { deleteConversation } from "./delete-conversation";
import { getConversation } from "./get-conversation";
import { listConversations } from "./list-conversations";
import { rateAnswer } from "./rate-answer";
import { recordAnswer } from "./record-answer";
import { recordQuestion } from "./record-question";
import { startConversation } from "./start-conversation";

/** Every operation of the slice. */
export const conversationsOperations = [
  askInConversation,
  changeConversation,
  deleteConversation,
  getConversation,
  listConversations,
  rateAnswer,
  recordAnswer,
  recordQuestion,
  startConversation,
] as const;
