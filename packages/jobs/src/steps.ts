import type { GetStepTools, Inngest } from "inngest";

/** The tools that a function makes its steps with. */
export type Steps = GetStepTools<Inngest>;
