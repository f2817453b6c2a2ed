/** The note of an action whose meeting is gone. */
export const actionsWithoutMeeting = "The meeting in which this was said is deleted.";
