import type { KeptFeatures } from "../understanding/type/kept-features";

/** A labelled document to train on. Documents of one cluster are nearly the same or belong to one thread. */
export type HeadExample = {
  documentId: string;
  label: string;
  cluster: string;
  /** Documents to test with are never learned from. */
  split: "train" | "test";
  text: string;
  features: KeptFeatures | null;
};

export type HeadTrainingInput = {
  examples: readonly HeadExample[];
  seed: number;
  /** The share of wrong answers that a person accepts among those that the model says by itself. */
  errorTarget: number;
};

/** A thing that is missing to train. `needed` and `found` count labels, classes or groups of documents that differ. */
export type HeadProblem = {
  problem: "no-labels" | "one-class" | "few-labels" | "all-alike";
  type: string | null;
  needed: number;
  found: number;
};

/** A document without a label, with the confidences of the types that it may have. */
export type UnlabelledDocument = {
  documentId: string;
  candidates: readonly { confidence: number }[];
  features: KeptFeatures;
};

/** A share of `count` documents with its 95 % Wilson interval. */
export type Share = { value: number; low: number; high: number; count: number };

export type TypeFigures = {
  type: string;
  count: number;
  precision: number | null;
  recall: number | null;
};

/** The figures of a head. All but `test` are of documents that were held out in turn, with their clusters. */
export type HeadMetrics = {
  labels: number;
  classes: string[];
  leftOut: HeadProblem[];
  grouped: Share;
  /** The same if clusters are not kept together: what a split that leaks would say. */
  random: Share;
  /** Of documents that nothing was fitted to; null if there are too few labels to set some aside. */
  test: Share | null;
  macroF1: number;
  /** The mean difference of confidence and accuracy, over ten bins. */
  calibrationError: number;
  threshold: number | null;
  errorTarget: number;
  /** The share that the model answers by itself, and how many of these answers are right. */
  answered: Share;
  answeredRight: Share;
  byType: TypeFigures[];
  reliability: { from: number; to: number; count: number; confidence: number; accuracy: number }[];
  /** Rows are true types, columns what was said, both in the order of `classes`. */
  confusion: number[][];
  /** The accuracy of the surest documents, by the share of all that they are. */
  coverage: { coverage: number; accuracy: number; confidence: number }[];
  curve: ({ labels: number } & Share)[];
  cpuMilliseconds: number;
};

/** The file of a head, and the share of wrong answers that a person accepts. */
export type HeadRecalibrationInput = {
  bytes: Uint8Array;
  /** Labelled documents that the head did not learn from. */
  examples: readonly Pick<HeadExample, "label" | "text" | "features">[];
  errorTarget: number;
};

/** A head with other confidences, and its figures on the documents that they were fitted to. */
export type HeadRecalibration = { bytes: Uint8Array; sha256: string; metrics: HeadMetrics };

export type HeadTraining =
  | { kind: "refused"; problems: HeadProblem[] }
  | { kind: "trained"; bytes: Uint8Array; sha256: string; metrics: HeadMetrics };
