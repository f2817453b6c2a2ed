/** The models that can say a type: labelled twins, models of a workspace's own documents, the shipped models, hosted ones. */
export const rungs = ["twin", "head", "local", "hosted"] as const;
export type Rung = (typeof rungs)[number];
