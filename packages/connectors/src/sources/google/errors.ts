import { SourceFailure } from "../failures";

/** The part of an answer that says what went wrong. */
export type Refusal = {
  status: number;
  reason: string;
  message: string;
  location: string | null;
  /** The header, or the time that Gmail writes into its message. */
  retryAfter: string | null;
  /** The quota that was hit, where Google names it. */
  limit: string | null;
};

/** The thing that a request was about. The same status means something else for each. */
export type About = "account" | "root" | "listing" | "changes" | "item" | "watch";

type Body = {
  error?:
    | string
    | {
        message?: string;
        errors?: { reason?: string; message?: string; location?: string }[];
        details?: { reason?: string; metadata?: { quota_limit?: string } }[];
      };
};

type SdkError = {
  message?: string;
  response?: { status: number; headers: Headers; data: unknown };
};

const quotaReasons = new Set([
  "userRateLimitExceeded",
  "rateLimitExceeded",
  "quotaExceeded",
  "dailyLimitExceeded",
  "concurrentLimitExceeded",
  "RATE_LIMIT_EXCEEDED",
]);

/** Reads the refusal out of an error of Google's SDK. Null: there was no answer, or none that Google wrote. */
export function refusalOf(error: unknown): Refusal | null {
  const { response, message: text } = error as SdkError;
  if (!response) return null;
  // Of a stream the SDK keeps the words of an error in its message alone.
  const told = bodyOf(response.data ?? text).error;
  const inner = typeof told === "object" ? told : {};
  const [first] = inner.errors ?? [];
  const [detail] = inner.details ?? [];
  const message = inner.message ?? "";
  return {
    status: response.status,
    reason: first?.reason ?? detail?.reason ?? (typeof told === "string" ? told : ""),
    message,
    location: first?.location ?? null,
    retryAfter:
      response.headers.get("retry-after") ?? /Retry after (\S+Z)/.exec(message)?.[1] ?? null,
    limit: inner.details?.find(({ metadata }) => metadata)?.metadata?.quota_limit ?? null,
  };
}

function bodyOf(data: unknown): Body {
  if (typeof data === "object" && data !== null) return data as Body;
  try {
    return JSON.parse(String(data)) as Body;
  } catch {
    return {};
  }
}

/** Returns whose limit was hit. Null: it was no limit. Google says 403 for most of them. */
export function limitOf({ status, reason, limit }: Refusal): "account" | "app" | null {
  if (status !== 429 && !(status === 403 && quotaReasons.has(reason))) return null;
  return reason === "dailyLimitExceeded" || /PerProject$/.test(limit ?? "") ? "app" : "account";
}

/** Returns the failure for a refusal that is not about limits. `scope` is the right that the request needs. */
export function failureOf(refusal: Refusal, about: About, scope: string): SourceFailure {
  const { status } = refusal;
  if (status >= 500 || status === 408) return down();
  if (status === 401) return reconnect();
  if (status === 403) return forbidden(refusal, about, scope);
  if (status === 404 || status === 410) return missing(refusal, about);
  const isToken =
    refusal.location === "pageToken" || /page ?token|sync ?token/i.test(refusal.message);
  if (status === 400 && isToken) return cursorLost();
  return refused(`${status}-${plain(refusal.reason)}`, "Google refused the request.");
}

function forbidden(refusal: Refusal, about: About, scope: string): SourceFailure {
  switch (refusal.reason) {
    case "insufficientPermissions":
    case "ACCESS_TOKEN_SCOPE_INSUFFICIENT": {
      const words = "The account did not allow BeSunny to read this.";
      return new SourceFailure("scope-missing", words, { scope });
    }
    case "accessNotConfigured":
    case "SERVICE_DISABLED":
      return refused(
        "api-not-enabled",
        "This API of Google is not switched on for the client. An admin can do that in the Google Cloud console.",
      );
    case "domainPolicy":
      return refused(
        "domain-policy",
        "An admin of the Google organisation has forbidden this app.",
      );
    case "cannotDownloadAbusiveFile":
      return notFetchable("flagged-as-malware", "Google has marked this file as malware or spam.");
    case "cannotDownloadFile":
    case "fileNotDownloadable":
    case "fileNotExportable":
      return notFetchable(
        "no-download-right",
        "Google does not let this account download the file.",
      );
    case "exportSizeLimitExceeded":
      return notFetchable("export-too-large", "Google exports 10 MB at most.");
  }
  if (about === "item") {
    return new SourceFailure("item-forbidden", "This account may not read the item.", {});
  }
  if (about === "account" || about === "watch")
    return refused("forbidden", "Google does not allow this to the account.");
  return rootGone();
}

function missing({ location, message }: Refusal, about: About): SourceFailure {
  if (about === "item") return new SourceFailure("item-gone", "The item is there no more.", {});
  const isDrive = location === "driveId" || /shared drive not found/i.test(message);
  if (about === "changes" && !isDrive) return cursorLost();
  if (about === "watch") return refused("not-found", "Google knows this channel no more.");
  return rootGone();
}

export const down = () =>
  new SourceFailure("provider-down", "Google does not answer as it should.", {});
export const cursorLost = () =>
  new SourceFailure("cursor-lost", "Google has forgotten where the last look ended.", {
    freshCursor: null,
  });
export const rootGone = () =>
  new SourceFailure(
    "root-gone",
    "The chosen place is there no more, or this account may not open it.",
    {},
  );
export const refused = (code: string, message: string) =>
  new SourceFailure("refused", message, { code });
export const notFetchable = (
  skip: SourceFailure<"not-fetchable">["details"]["skip"],
  message: string,
) => new SourceFailure("not-fetchable", message, { skip });
export const reconnect = () =>
  new SourceFailure(
    "reconnect-needed",
    "Google takes the access of this account no more. Please connect again.",
    {
      reason: "revoked",
    },
  );

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40);
