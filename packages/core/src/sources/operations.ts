import { getSource } from "./get-source";
import { listItems } from "./list-items";
import { listLooks } from "./list-looks";
import { listSources } from "./list-sources";
import { peopleOperations } from "./people/people-operations";

/** Every operation of the slice. */
export const sourcesOperations = [
  getSource,
  listItems,
  listLooks,
  listSources,
  ...peopleOperations,
] as const;
