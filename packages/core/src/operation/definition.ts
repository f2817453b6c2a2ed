import type { z } from "zod";

import type { FlagName } from "../flags";

import type { Door } from "./door";

/** The changed fields of one subject, as the audit log keeps them. */
export type Change = {
  subject: string;
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
};

/** The reason why an operation leaves no audit row; a sentence for the generated list of operations. */
export type NotAudited = { notAudited: string };

/** The ids that an audit row is about. Needed if they are not the ids in the input and the output's `id` and `ids`. */
export type Audited<Input, Output> = {
  subjects(output: Output, input: Input): readonly string[];
};

/** The declaration of an operation. */
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
  /** The shape of the output. Fields that it does not name are cut off. */
  output: Output;
  /** The doors that offer the operation; none for a step within other operations. */
  doors: readonly Door[];
  /** The cost of a call, taken from the actor's limit: 1 by default, 0 if the operation is not limited. */
  cost?: number;
  /** The flag that must be on, also for calls within other operations. Throws `FORBIDDEN` while it is off. */
  feature?: FlagName;
  /** True: a person's session must have proven within the last minutes who they are. Throws `STEP_UP_NEEDED` if it has not. */
  stepUp?: true;
  audit?: Audited<z.output<Input>, z.output<Output>> | NotAudited;
  /** The id of the document that a call shows. If it is sensitive, the call of a person leaves a row. */
  opens?(input: z.output<Input>): string;
  handle(tools: Tools, input: z.output<Input>): Promise<z.input<Output>>;
};

/** The public description of an operation, which doors, docs and tests are made from. */
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
  /** Null if every call that changes or opens something leaves an audit row; else the reason why it leaves none. */
  notAudited: string | null;
  /** True if it shows a document: a call on a sensitive one leaves a row. */
  isOpening?: boolean;
  /** True if a person's session must have proven within the last minutes who they are. */
  stepUp?: boolean;
};

export type Kind = "command" | "query" | "flow" | "stream" | "sweep";
