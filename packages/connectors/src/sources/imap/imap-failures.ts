import { AddressRefused } from "../../guarded-address";
import { SourceFailure } from "../failures";
import type { Limiter } from "../limiter";

/** An error of imapflow. It may hold the text of commands, so none of it is passed on. */
type ImapError = Error & {
  code?: string;
  authenticationFailed?: boolean;
  responseStatus?: string;
  serverResponseCode?: string;
  response?: { attributes?: { section?: ({ value?: unknown } | null)[] }[] };
  throttleReset?: number;
};

/** The step that failed. "There is none" means different things for each. */
export type Deed = "connect" | "open" | "read" | "fetch";

const limits = new Set(["LIMIT", "THROTTLED", "OVERQUOTA", "INUSE"]);
const rights = new Set(["NOPERM", "AUTHORIZATIONFAILED", "CANNOT"]);
const accounts = new Set(["AUTHENTICATIONFAILED", "EXPIRED", "CONTACTADMIN", "PRIVACYREQUIRED"]);
const absent = new Set(["NONEXISTENT", "TRYCREATE"]);
const certificates = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/;

/** Returns whether the server refused the name or the password. */
export function isRefusedSignIn(error: unknown): boolean {
  const told = codeOf(error as ImapError);
  const isDown = told === "UNAVAILABLE" || limits.has(told);
  return (error as ImapError).authenticationFailed === true && !isDown;
}

/** The code in brackets that came with an answer, which imapflow reads out for a few commands alone. */
function codeOf({ serverResponseCode, response }: ImapError): string {
  const [first] = response?.attributes?.[0]?.section ?? [];
  return (
    serverResponseCode ?? (typeof first?.value === "string" ? first.value : "")
  ).toUpperCase();
}

/** Turns what a mail server or the way to it said into a failure of the closed set. */
export async function imapFailure(
  error: unknown,
  { deed, limiter, accountId }: { deed: Deed; limiter: Limiter; accountId: string },
): Promise<SourceFailure> {
  if (error instanceof SourceFailure) return error;
  if (error instanceof AddressRefused) {
    return new SourceFailure("refused", "The address of the mail server is not allowed.", {
      code: "address",
    });
  }
  const { code, throttleReset } = error as ImapError;
  const told = codeOf(error as ImapError);
  if (throttleReset !== undefined || code === "ETHROTTLE" || limits.has(told)) {
    const retryAfter = throttleReset === undefined ? null : String(throttleReset / 1000);
    return limiter.refused({ provider: "imap", accountId, scope: "account", retryAfter });
  }
  if (isRefusedSignIn(error) || accounts.has(told)) return signInRefused();
  return ofAnswer(error as ImapError, deed);
}

function ofAnswer(error: ImapError, deed: Deed): SourceFailure {
  const { code = "", responseStatus } = error;
  const told = codeOf(error);
  if (certificates.test(code)) {
    return new SourceFailure("refused", "The certificate of the mail server is not trusted.", {
      code: "certificate",
    });
  }
  if (deed === "open" && absent.has(told)) return rootGone();
  if (rights.has(told)) {
    if (deed === "fetch") return itemForbidden();
    return new SourceFailure("root-gone", "The account may not read the folder.", {});
  }
  const isAnswer = responseStatus === "NO" || responseStatus === "BAD";
  if (isAnswer && told !== "UNAVAILABLE" && told !== "SERVERBUG") {
    return new SourceFailure("refused", "The mail server refused a request.", {
      code: told || responseStatus || "NO",
    });
  }
  return new SourceFailure("provider-down", "The mail server does not answer as it should.", {});
}

export const signInRefused = () =>
  new SourceFailure("reconnect-needed", "The mail server refused the name or the password.", {
    reason: "revoked",
  });

export const rootGone = () =>
  new SourceFailure("root-gone", "The folder is not in the mailbox any more.", {});

export const itemGone = () =>
  new SourceFailure("item-gone", "The mail is not in the folder any more.", {});

const itemForbidden = () =>
  new SourceFailure("item-forbidden", "The account may not read this mail.", {});

export const cursorLost = () =>
  new SourceFailure("cursor-lost", "The mail server has numbered the folder anew.", {
    freshCursor: null,
  });

export const bodyBroken = () =>
  new SourceFailure("provider-down", "The mail server sent less than the whole mail.", {});
