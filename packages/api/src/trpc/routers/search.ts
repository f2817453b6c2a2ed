import { askQuestion } from "@besunny/core/search/ask-question";
import { findPassages } from "@besunny/core/search/find-passages";
import { listTypes } from "@besunny/core/understanding/list-types";

import { whileAllowed } from "../../live/while-allowed";
import { router, workspaceProcedure } from "../init";

export const searchRouter = router({
  find: workspaceProcedure
    .input(findPassages.input)
    .query(({ ctx, input, signal }) => findPassages(ctx.workspace, input, signal)),
});

export const askRouter = router({
  answer: workspaceProcedure
    .input(askQuestion.input)
    .subscription(({ ctx, input, signal }) =>
      whileAllowed({ authenticate: ctx.workspaceNow, signal }, (workspace, ending) =>
        askQuestion(workspace, input, ending),
      ),
    ),
});

export const taxonomyRouter = router({
  list: workspaceProcedure
    .input(listTypes.input.optional())
    .query(({ ctx }) => listTypes(ctx.workspace, {})),
});
