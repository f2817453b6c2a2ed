/** The languages in which questions are understood. */
export const questionLanguages = ["en", "de", "fr", "es"] as const;
export type QuestionLanguage = (typeof questionLanguages)[number];
