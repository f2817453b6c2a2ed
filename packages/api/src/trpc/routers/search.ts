import { askQuestion } from "@besunny/core/answers/ask-question";
import { suggestQuestions } from "@besunny/core/answers/suggest-questions";
import { findPassages } from "@besunny/core/search/find-passages";
import { listDuplicates } from "@besunny/core/search/likeness/list-duplicates";
import { listSimilar } from "@besunny/core/search/likeness/list-similar";
import { changeType } from "@besunny/core/understanding/change-type";
import { createType } from "@besunny/core/understanding/create-type";
import { listAllTypes } from "@besunny/core/understanding/list-all-types";
import { listTypes } from "@besunny/core/understanding/list-types";
import { removeType } from "@besunny/core/understanding/remove-type";

import { whileAllowed } from "../../live/while-allowed";
import { router, workspaceProcedure } from "../init";
import { mutation, query } from "../operations";

export const searchRouter = router({
  find: query(findPassages),
  duplicates: query(listDuplicates),
  similar: query(listSimilar),
});

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
  suggest: query(suggestQuestions),
});

export const taxonomyRouter = router({
  list: query(listTypes),
  listAll: query(listAllTypes, ({ items }, tell) => ({
    items: items.map((type) =>
      type.isOwn ? type : { ...type, definition: tell(type.definition) },
    ),
  })),
  create: mutation(createType),
  change: mutation(changeType),
  remove: mutation(removeType),
});
