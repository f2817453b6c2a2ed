import { asDecidedThen, asKnownNow, counted, metricOf, shared, spread, standing } from "./entry";

const step = {
  ...counted,
  ...asKnownNow,
  unit: "people",
  audience: "admins",
  better: "up",
} as const;

/** Figures of use: what people did with documents, how far they got, and if they come back. */
export const usageMetrics = [
  metricOf("deeds", {
    name: "people.deeds",
    title: "Things people did with documents",
    definition:
      "Rows of the audit log of what people did with documents that are still there: uploads, openings, corrections, shares and the like.",
    measure: "done",
    better: "up",
    kind: "distinct",
    isAdditive: false,
    ...asDecidedThen,
    unit: "rows",
    audience: "members",
  }),
  metricOf("citations", {
    name: "questions.citing",
    title: "Questions answered from documents",
    definition:
      "Questions whose answers are still kept and were made from at least one of the documents. What was asked is not shown.",
    measure: "answers",
    better: "up",
    kind: "distinct",
    isAdditive: false,
    ...asDecidedThen,
    unit: "questions",
    audience: "members",
  }),
  metricOf("citations", {
    name: "documents.cited",
    title: "Documents that answers cite",
    definition:
      "Different documents that answers of the range were made from. They count if the answer is still kept.",
    measure: "documents",
    better: "up",
    kind: "distinct",
    isAdditive: false,
    ...asDecidedThen,
    unit: "documents",
    audience: "members",
    drill: "documents",
  }),
  metricOf("journeys", {
    name: "journey.joined",
    title: "Journey: joined",
    definition:
      "People who joined the workspace in the range and are in it. Each later step counts those of them that got so far.",
    measure: "joined",
    ...step,
  }),
  metricOf("journeys", {
    name: "journey.uploaded",
    title: "Journey: uploaded",
    definition: "People who joined and have uploaded a document. Sample documents do not count.",
    measure: "uploaded",
    ...step,
  }),
  metricOf("journeys", {
    name: "journey.ready",
    title: "Journey: had a document ready",
    definition: "People who joined and of whose documents one became ready.",
    measure: "ready",
    ...step,
  }),
  metricOf("journeys", {
    name: "journey.asked",
    title: "Journey: asked",
    definition: "People who joined, had a document ready and have asked a question that is kept.",
    measure: "asked",
    ...step,
  }),
  metricOf("journeys", {
    name: "journey.answered",
    title: "Journey: got an answer",
    definition:
      "People who joined, had a document ready and got an answer that was made from documents and is kept.",
    measure: "answered",
    ...step,
  }),
  metricOf("journeys", {
    name: "journey.time-to-answer",
    title: "From first upload to first answer, half of people",
    definition:
      "Half of the people who joined in the range got their first answer within this time after their first upload.",
    measure: "toAnswer",
    ...asKnownNow,
    audience: "admins",
    ...spread,
  }),
  metricOf("journeys", {
    name: "people.members",
    title: "People now",
    definition: "People of the workspace as it stands now. The range does not change it.",
    measure: "members",
    better: null,
    ...standing,
    ...asKnownNow,
    unit: "people",
    audience: "admins",
  }),
  metricOf("journeys", {
    name: "people.active-share",
    title: "Share of people who are active",
    definition:
      "The part of the people of the workspace who changed something, searched or asked in the last 30 days. The range does not change it.",
    measure: "activeShare",
    better: "up",
    ...standing,
    ...asKnownNow,
    isAdditive: false,
    unit: "share",
    audience: "admins",
  }),
  metricOf("weeks", {
    name: "people.returned-share",
    title: "Share of people who came back",
    definition:
      "The part of the people who were active in a week and also in the week after. Weeks begin on Monday in UTC; a week counts once the one after is over.",
    measure: "cameBack",
    better: "up",
    ...asDecidedThen,
    audience: "admins",
    ...shared,
    without: ["weekAfter"],
  }),
  metricOf("weeks", {
    name: "people.cohort",
    title: "People by their first week",
    definition:
      "Different people who were first active in the range. By weeks after their first one, it counts those who were active again. Weeks begin on Monday in UTC.",
    measure: "people",
    better: null,
    kind: "distinct",
    isAdditive: false,
    ...asDecidedThen,
    unit: "people",
    audience: "admins",
  }),
];
