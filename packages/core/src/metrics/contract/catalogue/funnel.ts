import { asKnownNow, counted, metricOf } from "./entry";

const step = {
  ...counted,
  ...asKnownNow,
  unit: "documents",
  better: "up",
} as const;

/** The steps of documents, from the upload to an answer that cites them. */
export const funnelMetrics = [
  metricOf("documents", {
    name: "funnel.uploaded",
    title: "Funnel: uploaded",
    definition: "Documents that came in. Each later step counts those of them that got so far.",
    measure: "received",
    audience: "members",
    ...step,
  }),
  metricOf("documents", {
    name: "funnel.read",
    title: "Funnel: read",
    definition: "Documents that came in and whose text was read.",
    measure: "read",
    audience: "members",
    ...step,
  }),
  metricOf("documents", {
    name: "funnel.understood",
    title: "Funnel: understood",
    definition: "Documents that came in and were understood: models looked for type and facts.",
    measure: "understood",
    audience: "members",
    ...step,
  }),
  metricOf("documents", {
    name: "funnel.indexed",
    title: "Funnel: can be found",
    definition: "Documents that came in and are in the index, so that search finds them.",
    measure: "indexed",
    audience: "members",
    ...step,
  }),
  metricOf("documents", {
    name: "funnel.opened",
    title: "Funnel: opened",
    definition: "Documents that came in and that somebody opened since.",
    measure: "opened",
    audience: "admins",
    ...step,
  }),
  metricOf("documents", {
    name: "funnel.cited",
    title: "Funnel: cited in an answer",
    definition: "Documents that came in and that an answer which is still kept was made from.",
    measure: "cited",
    audience: "admins",
    ...step,
  }),
];
