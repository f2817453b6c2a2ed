import type { Paper } from "./paper";
import { briefEnglish } from "./papers/brief-english";
import { briefFrench } from "./papers/brief-french";
import { briefGerman } from "./papers/brief-german";
import { briefSpanish } from "./papers/brief-spanish";
import { clausesEnglish } from "./papers/clauses-english";
import { clausesFrench } from "./papers/clauses-french";
import { clausesGerman } from "./papers/clauses-german";
import { clausesSpanish } from "./papers/clauses-spanish";
import { contractsEnglish } from "./papers/contracts-english";
import { contractsFrench } from "./papers/contracts-french";
import { contractsGerman } from "./papers/contracts-german";
import { contractsSpanish } from "./papers/contracts-spanish";
import { dealsEnglish } from "./papers/deals-english";
import { guidesGerman } from "./papers/guides-german";
import { mailEnglish } from "./papers/mail-english";
import { meetingsEnglish } from "./papers/meetings-english";
import { moneyEnglish } from "./papers/money-english";
import { moneyGerman } from "./papers/money-german";
import { notesEnglish } from "./papers/notes-english";
import { officeFrench } from "./papers/office-french";
import { officeGerman } from "./papers/office-german";
import { officeSpanish } from "./papers/office-spanish";
import { policiesEnglish } from "./papers/policies-english";
import { reportsEnglish } from "./papers/reports-english";
import { shortEnglish } from "./papers/short-english";

/** Written for this project. */
export const papers: Paper[] = [
  ...briefEnglish,
  ...briefFrench,
  ...briefGerman,
  ...briefSpanish,
  ...clausesEnglish,
  ...clausesFrench,
  ...clausesGerman,
  ...clausesSpanish,
  ...contractsEnglish,
  ...contractsFrench,
  ...contractsGerman,
  ...contractsSpanish,
  ...dealsEnglish,
  ...guidesGerman,
  ...mailEnglish,
  ...meetingsEnglish,
  ...moneyEnglish,
  ...moneyGerman,
  ...notesEnglish,
  ...officeFrench,
  ...officeGerman,
  ...officeSpanish,
  ...policiesEnglish,
  ...reportsEnglish,
  ...shortEnglish,
];
