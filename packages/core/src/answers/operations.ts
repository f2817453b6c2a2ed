import { askQuestion } from "./ask-question";
import { findAsked } from "./find/find-asked";
import { findFacts } from "./find/find-facts";
import { findPoints } from "./find/find-points";
import { findSpoken } from "./find/find-spoken";
import { findStatements } from "./find/find-statements";
import { findText } from "./find/find-text";
import { previewQuestion } from "./preview-question";
import { suggestQuestions } from "./suggest-questions";

/** Every operation of the slice. */
export const answersOperations = [
  askQuestion,
  findAsked,
  findFacts,
  findPoints,
  findSpoken,
  findStatements,
  findText,
  previewQuestion,
  suggestQuestions,
] as const;
