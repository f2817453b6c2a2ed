import { askQuestion } from "@besunny/core/search/ask-question";
import { findPassages } from "@besunny/core/search/find-passages";
import { listTypes } from "@besunny/core/understanding/list-types";

import { whileAllowed } from "../../live/while-allowed";
import { router, workspaceProcedure } from "../init";
import { query } from "../operations";

export const searchRouter = router({ find: query(findPassages) });

export const askRouter = router({
  answer: workspaceProcedure
    .meta({ operation: askQuestion.name })
    .input(askQuestion.input)
    .subscription(({ ctx, input, signal }) =>
      whileAllowed(
        { authenticate: ctx.workspaceNow, changes: ctx.changes, signal },
        (workspace, ending) => askQuestion(workspace, input, ending),
      ),
    ),
});

export const taxonomyRouter = router({ list: query(listTypes) });
