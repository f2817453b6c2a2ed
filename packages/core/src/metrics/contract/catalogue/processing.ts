import { asDecidedThen, averaged, counted, metricOf, shared, spread } from "./entry";

const ofRuns = { ...counted, ...asDecidedThen, unit: "runs", audience: "members" } as const;

/** Stages of processing and what models made of documents. */
export const processingMetrics = [
  metricOf("stages", {
    name: "times.stage-median",
    title: "Time of a stage, half of them",
    definition:
      "Half of the finished stages took no longer than this. Break it out by stage: reading, understanding and indexing differ.",
    measure: "median",
    ...asDecidedThen,
    audience: "members",
    ...spread,
  }),
  metricOf("stages", {
    name: "times.stage-slowest",
    title: "Time of a stage, 95 of 100",
    definition: "95 of 100 finished stages took no longer than this. They count when they began.",
    measure: "slowest",
    ...asDecidedThen,
    audience: "members",
    ...spread,
  }),
  metricOf("stages", {
    name: "stages.finished",
    title: "Stages finished",
    definition: "Stages of processing that began in the range and ended well.",
    measure: "finished",
    better: null,
    ...ofRuns,
  }),
  metricOf("stages", {
    name: "stages.failed",
    title: "Stages failed",
    definition: "Stages of processing that began in the range and failed for good.",
    measure: "failed",
    better: "down",
    ...ofRuns,
  }),
  metricOf("stages", {
    name: "stages.repeated",
    title: "Stages tried again",
    definition: "Stages of processing that needed more than one try.",
    measure: "again",
    better: "down",
    ...ofRuns,
  }),
  metricOf("results", {
    name: "results.made",
    title: "Results",
    definition:
      "Results of understanding a document. A document that is understood again has more.",
    measure: "made",
    better: null,
    ...counted,
    ...asDecidedThen,
    unit: "rows",
    audience: "members",
  }),
  metricOf("results", {
    name: "results.confidence",
    title: "Mean confidence of results",
    definition: "The mean confidence of the types that models gave, as they gave them.",
    measure: "confidence",
    better: "up",
    ...averaged,
    ...asDecidedThen,
    unit: "score",
    audience: "members",
  }),
  metricOf("results", {
    name: "quality.abstained-share",
    title: "Share without a type",
    definition: "The part of the results in which models gave no type because they were not sure.",
    measure: "abstained",
    better: "down",
    ...asDecidedThen,
    audience: "members",
    ...shared,
  }),
  metricOf("results", {
    name: "times.understanding-slowest",
    title: "Time to understand, 95 of 100",
    definition: "95 of 100 results took models no longer than this.",
    measure: "slowest",
    ...asDecidedThen,
    audience: "members",
    ...spread,
  }),
];
