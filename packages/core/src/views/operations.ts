import { changeView } from "./change-view";
import { createView } from "./create-view";
import { getView } from "./get-view";
import { getLibraryLayout } from "./layout/get-library-layout";
import { setLibraryLayout } from "./layout/set-library-layout";
import { listNewDocuments } from "./list-new-documents";
import { listViews } from "./list-views";
import { removeView } from "./remove-view";
import { setViewHabits } from "./set-view-habits";

/** Every operation of the slice. */
export const viewsOperations = [
  changeView,
  createView,
  getLibraryLayout,
  getView,
  listNewDocuments,
  listViews,
  removeView,
  setLibraryLayout,
  setViewHabits,
] as const;
