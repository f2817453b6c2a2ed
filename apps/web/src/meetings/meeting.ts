import type { Outputs } from "@besunny/api/browser/outputs";

/** A meeting as lists show it. */
export type ListedMeeting = Outputs["meetings"]["list"]["items"][number];

/** A meeting with all that is known of it. */
export type Meeting = Outputs["meetings"]["get"];

export type Speaker = Meeting["speakers"][number];

/** The words of the transcript that a statement rests on. */
export type Evidence = Meeting["summary"][number]["evidence"][number];

export type TranscriptTurn = Outputs["meetings"]["transcript"]["items"][number];

export type Action = Meeting["actions"][number];

export type LinkedDocument = Outputs["meetings"]["links"]["items"][number];

export type Decision = Meeting["decisions"][number];
