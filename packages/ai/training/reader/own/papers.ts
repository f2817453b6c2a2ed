import type { Paper } from "./paper";
import { clausesEnglish } from "./papers/clauses-english";
import { clausesGerman } from "./papers/clauses-german";
import { contractsEnglish } from "./papers/contracts-english";
import { contractsGerman } from "./papers/contracts-german";
import { dealsEnglish } from "./papers/deals-english";
import { guidesGerman } from "./papers/guides-german";
import { mailEnglish } from "./papers/mail-english";
import { meetingsEnglish } from "./papers/meetings-english";
import { moneyEnglish } from "./papers/money-english";
import { moneyGerman } from "./papers/money-german";
import { notesEnglish } from "./papers/notes-english";
import { officeGerman } from "./papers/office-german";
import { policiesEnglish } from "./papers/policies-english";
import { reportsEnglish } from "./papers/reports-english";
import { shortEnglish } from "./papers/short-english";

/** Written for this project. */
export const papers: Paper[] = [
  ...clausesEnglish,
  ...clausesGerman,
  ...contractsEnglish,
  ...contractsGerman,
  ...dealsEnglish,
  ...guidesGerman,
  ...mailEnglish,
  ...meetingsEnglish,
  ...moneyEnglish,
  ...moneyGerman,
  ...notesEnglish,
  ...officeGerman,
  ...policiesEnglish,
  ...reportsEnglish,
  ...shortEnglish,
];
