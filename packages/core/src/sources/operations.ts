import { findOrigin } from "./find-origin";
import { getItem } from "./get-item";
import { getSource } from "./get-source";
import { listItems } from "./list-items";
import { listLooks } from "./list-looks";
import { listSources } from "./list-sources";

/** Every operation of the slice. */
export const sourcesOperations = [
  findOrigin,
  getItem,
  getSource,
  listItems,
  listLooks,
  listSources,
] as const;
