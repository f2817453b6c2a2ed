import type { Notice } from "../contract/notice";

/** The most notices that a mail lists. */
export const MOST_IN_MAIL = 40;

type Written = { subject: string; text: string };
type Around = {
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
  const { workspaceName, webUrl, unsubscribeUrl, total, isDigest } = around;
  const [only] = notices;
  const more = total - notices.length;
  const subject =
    only && total === 1
      ? `${lineOf(only)} (${workspaceName})`
      : `${total} notices for you in ${workspaceName}`;
  const parts = [
    isDigest ? `Your day in ${workspaceName}:` : `News from ${workspaceName}:`,
    ...notices.map((notice) => withLink(notice, webUrl)),
    ...(more > 0 ? [`${more} more: ${webUrl}/inbox`] : []),
    `Choose how you are notified: ${webUrl}/settings?tab=notices\nStop these mails: ${unsubscribeUrl}`,
  ];
  return { subject: subject.slice(0, 200), text: parts.join("\n\n") };
}

function withLink(notice: Notice, webUrl: string): string {
  const said = notice.text ? `\n"${shortened(notice.text)}"` : "";
  return `${lineOf(notice)}${said}\n${webUrl}${notice.path}`;
}

/** Returns one sentence on a notice. */
export function lineOf({ kind, byName, title, day, count }: Notice): string {
  const who = byName ?? "Somebody";
  const what = title ?? "a document";
  switch (kind) {
    case "mention":
      return `${who} mentioned you in ${what}`;
    case "comment":
      return `${who} commented on ${what}`;
    case "share":
      return `${who} shared ${what} with you`;
    case "project":
      return `${who} added you to the project ${what}`;
    case "failure":
      return title ? `${title} could not be read` : "Files of your upload could not be read";
    case "review":
      return `${counted(count, "document waits", "documents wait")} for your review`;
    case "view":
      return `${counted(count, "new document", "new documents")} in ${what}`;
    case "due":
      return `${what}: ${day ?? "soon"}`;
    case "budget":
      return `A budget for models is used to ${count ?? 0} %`;
    case "report":
      return `The report ${title ?? "that you get"} is made`;
    case "retirement":
      return `A model that you use ends on ${day ?? "a day soon"}`;
  }
}

function counted(count: number | null, one: string, many: string): string {
  return `${count ?? 0} ${count === 1 ? one : many}`;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
