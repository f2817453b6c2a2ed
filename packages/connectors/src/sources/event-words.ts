/** The answers of people to an invitation. Null, where it is used, means that there is none yet. */
export const eventAnswers = ["accepted", "declined", "tentative"] as const;
export type EventAnswer = (typeof eventAnswers)[number];

const answers: Record<string, EventAnswer> = {
  accepted: "accepted",
  organizer: "accepted",
  declined: "declined",
  tentative: "tentative",
  tentativelyaccepted: "tentative",
};

/** Returns an answer in our words, from those of Google or Microsoft. */
export function eventAnswerOf(given: string | null | undefined): EventAnswer | null {
  return answers[given?.toLowerCase() ?? ""] ?? null;
}
