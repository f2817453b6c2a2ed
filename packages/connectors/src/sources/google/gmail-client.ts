import { type gmail_v1, gmail as gmailApi } from "@googleapis/gmail";

import type { Account } from "../source";
import { type GoogleTools, openGoogle } from "./client";
import type { About } from "./errors";
import { units } from "./paces";

export type Gmail = ReturnType<typeof openGmail>;

/** Opens Gmail for one account. */
export function openGmail(tools: GoogleTools, account: Account, signal?: AbortSignal) {
  const google = openGoogle(tools, account, "gmail", signal);
  const api = gmailApi({ version: "v1", ...google.options });
  return {
    ...google,
    api,
    now: tools.now ?? (() => new Date()),
    pageSize: tools.pageSize ?? 500,
  };
}

/** Returns the totals of a mailbox, and the end of its history. */
export const profileOf = (gmail: Gmail) =>
  gmail.ask<gmail_v1.Schema$Profile>({ units: units.gmail.profile, about: "root" }, (stop) =>
    gmail.api.users.getProfile({ userId: "me" }, stop),
  );

/** Returns a label with its totals. */
export const labelOf = (gmail: Gmail, id: string) =>
  gmail.ask<gmail_v1.Schema$Label>({ units: units.gmail.labels, about: "root" }, (stop) =>
    gmail.api.users.labels.get({ userId: "me", id }, stop),
  );

/** The estimate is far off, but it is always there. */
const isMessages = ({ resultSizeEstimate }: gmail_v1.Schema$ListMessagesResponse): boolean =>
  typeof resultSizeEstimate === "number";

/** Lists a page of ids. */
export function messagesPage(
  gmail: Gmail,
  {
    labelIds,
    q = "",
    page,
    isAll = false,
  }: { labelIds: string[]; q?: string; page: string | null; isAll?: boolean },
  about: About = "listing",
) {
  const how = { units: units.gmail.list, about, isRight: isMessages };
  return gmail.ask<gmail_v1.Schema$ListMessagesResponse>(how, (stop) =>
    gmail.api.users.messages.list(
      {
        userId: "me",
        maxResults: gmail.pageSize,
        ...(labelIds.length > 0 && { labelIds }),
        ...(q && { q }),
        ...(isAll && { includeSpamTrash: true }),
        ...(page && { pageToken: page }),
      },
      stop,
    ),
  );
}
