import type { JobName } from "../../src/access/jobs";
import type { World } from "../world";

type Input = Record<string, unknown>;

/** Calls that succeed in a world: the input of each, made for one call, and the job that calls where it is no person. */
export type Example = {
  input(world: World): Input | Promise<Input>;
  as?: JobName;
  /** Why a command that is recorded changes no field of a row. */
  changesNothing?: string;
};

/** Makes an example of an operation that a person calls. */
export const by = (input: Example["input"], changesNothing?: string): Example => ({
  input,
  ...(changesNothing && { changesNothing }),
});
/** Makes an example of an operation that a job calls. */
export const byJob = (as: JobName, input: Example["input"]): Example => ({ input, as });

export const none = () => ({});
export const ready = ({ ready: id }: World) => ({ id });
export const project = ({ project: id }: World) => ({ id });
export const makesRow = "It makes a row.";
