import type { GetStepTools, Inngest } from "inngest";

/** What a function is given to make its steps with. */
export type Steps = GetStepTools<Inngest>;
