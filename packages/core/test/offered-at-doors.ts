import { catalogue, type Entry } from "../src/catalogue";
import type { WorkspaceContext } from "../src/context";
import { inBackground } from "./contexts";
import type { Example } from "./examples/example";

/** Every operation of a workspace that a door offers. */
export const offeredAtDoors: readonly Entry[] = catalogue.filter(
  ({ surface, doors }) => surface === "workspace" && doors.length > 0,
);

/** Returns the context of the example's caller in the workspace of `owner`: the owner, or a job. */
export function callerFor(owner: WorkspaceContext, { as }: Example): WorkspaceContext {
  const { files, index, generations, ai, reader, changes } = owner;
  return as ? inBackground(owner, { files, index, generations, ai, reader, changes }, as) : owner;
}
