import type { Language } from "../../language";
import type { Notice } from "../contract/notice";
import { mailWords } from "./mail-words";

/** The most notices that a mail lists. */
export const MOST_IN_MAIL = 40;

type Written = { subject: string; text: string };
type Around = {
  language: Language;
  workspaceName: string;
  webUrl: string;
  /** The address that ends these mails. */
  unsubscribeUrl: string;
  /** The number of all notices; a mail lists the first of them. */
  total: number;
  isDigest: boolean;
};

/** Returns the subject and the text of a mail about notices, each with the address of what it is about. */
export function noticeMail(notices: readonly Notice[], around: Around): Written {
  const { language, workspaceName, webUrl, unsubscribeUrl, total, isDigest } = around;
  const words = mailWords[language];
  const [only] = notices;
  const more = total - notices.length;
  const subject =
    only && total === 1
      ? `${words.line(only)} (${workspaceName})`
      : words.subject(total, workspaceName);
  const parts = [
    isDigest ? words.digest(workspaceName) : words.news(workspaceName),
    ...notices.map((notice) => withLink(notice, words.line(notice), webUrl)),
    ...(more > 0 ? [`${words.more(more)}: ${webUrl}/inbox`] : []),
    `${words.choose}: ${webUrl}/settings?tab=notices\n${words.stop}: ${unsubscribeUrl}`,
  ];
  return { subject: subject.slice(0, 200), text: parts.join("\n\n") };
}

function withLink(notice: Notice, line: string, webUrl: string): string {
  const said = notice.text ? `\n"${shortened(notice.text)}"` : "";
  return `${line}${said}\n${webUrl}${notice.path}`;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
