import type { z } from "zod";

import type { Door } from "./door";

/** The changed fields of one subject, as the audit log keeps them. */
export type Change = {
  subject: string;
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
};

/** Why an operation leaves no row in the audit log; a sentence for the generated list of operations. */
export type NotAudited = { notAudited: string };

/** Which ids a row of the audit log is about, where those named by the input and the output's `id` and `ids` are not the ones. */
export type Audited<Input, Output> = {
  subjects(output: Output, input: Input): readonly string[];
};

/** What every operation declares. */
export type Definition<
  Permission extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  Tools,
> = {
  /** An imperative in plain words, for the API's documentation, tools and the audit log's page. */
  title: string;
  permission: Permission;
  input: Input;
  /** The shape of what leaves: what it does not name is cut off. */
  output: Output;
  /** The doors that offer it; none for a step within other operations. */
  doors: readonly Door[];
  /** What a call takes from the actor's limit. 1 where it is not said, 0 for what is not limited. */
  cost?: number;
  audit?: Audited<z.output<Input>, z.output<Output>> | NotAudited;
  handle(tools: Tools, input: z.output<Input>): Promise<z.input<Output>>;
};

/** What every operation shows of itself: what doors, docs and tests are made from. */
export type Described<Input extends z.ZodType, Output extends z.ZodType> = {
  /** `<slice>.<file>`, such as `batches.pause-batch`. */
  name: string;
  kind: Kind;
  surface: "workspace" | "identity" | "platform";
  title: string;
  permission: string | null;
  input: Input;
  output: Output;
  doors: readonly Door[];
  cost: number;
  /** Null where every call that changes or opens something leaves a row; else why it leaves none. */
  notAudited: string | null;
};

export type Kind = "command" | "query" | "flow" | "stream" | "sweep";
