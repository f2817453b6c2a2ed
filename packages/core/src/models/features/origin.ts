import { feature } from "./feature";

/** The features of the origin. */
export const originFeatures = [
  feature("source", ({ known }) => known.source),
  feature("format", ({ model }) => model.format),
  feature(
    "senderDomain",
    ({ known }) => known.sender?.match(/@([\w.-]+)/)?.[1]?.toLowerCase() ?? null,
  ),
  feature("nearDuplicates", ({ known }) => known.nearDuplicates),
];
