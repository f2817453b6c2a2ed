import type { Language } from "../../language";
import { mailWords } from "../mails/mail-words";
import type { Notice } from "./notice";

/** Returns one sentence on a notice, as mails say it. */
export function noticeLine(notice: Notice, language: Language): string {
  return mailWords[language].line(notice);
}
