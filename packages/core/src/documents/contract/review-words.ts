/** Why documents wait for a person: their type is unsure, or two releases say different ones. */
export const reviewReasons = ["unsure", "disputed"] as const;
