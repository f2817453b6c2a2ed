import { changeView } from "@besunny/core/views/change-view";
import { createView } from "@besunny/core/views/create-view";
import { getView } from "@besunny/core/views/get-view";
import { getLibraryLayout } from "@besunny/core/views/layout/get-library-layout";
import { setLibraryLayout } from "@besunny/core/views/layout/set-library-layout";
import { listNewDocuments } from "@besunny/core/views/list-new-documents";
import { listViews } from "@besunny/core/views/list-views";
import { removeView } from "@besunny/core/views/remove-view";
import { setViewHabits } from "@besunny/core/views/set-view-habits";

import { router } from "../init";
import { mutation, query } from "../operations";

export const viewsRouter = router({
  list: query(listViews),
  get: query(getView),
  layout: query(getLibraryLayout),
  setLayout: mutation(setLibraryLayout),
  newDocuments: query(listNewDocuments),
  create: mutation(createView),
  change: mutation(changeView),
  remove: mutation(removeView),
  setHabits: mutation(setViewHabits),
});
