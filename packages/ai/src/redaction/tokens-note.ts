/** Tells a model what the tokens in a text are. It belongs to the instructions of every call in which something was replaced. */
export const TOKENS_STAND_FOR_DETAILS =
  "Words in brackets such as [PERSON_1] or [IBAN_2] stand for details that were taken out. The same one always stands for the same person or " +
  "value. Write them exactly as they are, brackets included, wherever you would write the detail, and never make up others.";
