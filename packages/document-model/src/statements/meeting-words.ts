/** The outcomes that a meeting can have. One that nobody can be sure of is null. */
export const meetingOutcomes = [
  "decided",
  "follow-up",
  "blocked",
  "information",
  "no-outcome",
] as const;
export type MeetingOutcomeKind = (typeof meetingOutcomes)[number];

/** The ways in which an owner comes to an action: he said so, was asked and accepted, or was named by somebody. */
export const ownerships = ["committed", "accepted", "named"] as const;
export type Ownership = (typeof ownerships)[number];

/** The tones that are shown. A neutral one is none. */
export const tones = ["pleased", "confident", "worried", "annoyed"] as const;
export type Tone = (typeof tones)[number];

/** The lengths of a summary. */
export const summaryLengths = ["short", "medium", "long"] as const;
export type SummaryLength = (typeof summaryLengths)[number];
