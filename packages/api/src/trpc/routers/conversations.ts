import { askInConversation } from "@besunny/core/conversations/ask-in-conversation";
import { changeConversation } from "@besunny/core/conversations/change-conversation";
import { deleteConversation } from "@besunny/core/conversations/delete-conversation";
import { getConversation } from "@besunny/core/conversations/get-conversation";
import { listConversations } from "@besunny/core/conversations/list-conversations";
import { rateAnswer } from "@besunny/core/conversations/rate-answer";
import { startConversation } from "@besunny/core/conversations/start-conversation";

import { whileAllowed } from "../../live/while-allowed";
import { router, workspaceProcedure } from "../init";
import { mutation, query } from "../operations";

export const conversationsRouter = router({
  list: query(listConversations),
  get: query(getConversation),
  start: mutation(startConversation),
  change: mutation(changeConversation),
  remove: mutation(deleteConversation),
  rate: mutation(rateAnswer),
  ask: workspaceProcedure
    .meta({ operation: askInConversation.name })
    .input(askInConversation.input)
    .subscription(({ ctx, input, signal }) =>
      whileAllowed(
        { authenticate: ctx.workspaceNow, changes: ctx.changes, signal },
        (workspace, ending) => askInConversation(workspace, input, ending),
      ),
    ),
});
