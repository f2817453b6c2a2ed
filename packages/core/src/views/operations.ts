import { changeView } from "./change-view";
import { createView } from "./create-view";
import { getView } from "./get-view";
import { listNewDocuments } from "./list-new-documents";
import { listViews } from "./list-views";
import { removeView } from "./remove-view";
import { setViewHabits } from "./set-view-habits";

/** Every operation of the slice. */
export const viewsOperations = [
  changeView,
  createView,
  getView,
  listNewDocuments,
  listViews,
  removeView,
  setViewHabits,
] as const;
