import { askQuestion } from "./ask-question";

/** Every operation of the slice. */
export const answersOperations = [askQuestion] as const;
