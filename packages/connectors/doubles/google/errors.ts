import type { Answer, Trouble } from "../serving/asked";

type Location = { location: string; locationType: "parameter" | "header" };

/** Returns an error as Google's APIs write it. */
export function googleError(
  code: number,
  reason: string,
  message: string,
  { at, limit }: { at?: Location; limit?: string } = {},
): Answer {
  const domain = /rateLimit|quota|dailyLimit/i.test(reason) ? "usageLimits" : "global";
  const details = limit && [
    {
      "@type": "type.googleapis.com/google.rpc.ErrorInfo",
      reason: "RATE_LIMIT_EXCEEDED",
      domain: "googleapis.com",
      metadata: { quota_limit: limit },
    },
  ];
  return {
    status: code,
    json: {
      error: {
        code,
        message,
        errors: [{ domain, reason, message, ...at }],
        ...(details && { details }),
      },
    },
  };
}

export const parameter = (location: string) => ({
  at: { location, locationType: "parameter" as const },
});

/** Returns a word of Google for the troubles that can be made on request. Too many requests are a 403 there. */
export function googleTrouble(trouble: Trouble, status: number): Answer {
  switch (trouble) {
    case "unauthorized":
      return googleError(401, "authError", "Invalid Credentials", {
        at: { location: "Authorization", locationType: "header" },
      });
    case "throttled":
      return googleError(
        status,
        status === 403 ? "userRateLimitExceeded" : "rateLimitExceeded",
        status === 403 ? "User Rate Limit Exceeded" : "Rate Limit Exceeded",
      );
    case "forbidden":
      return googleError(
        403,
        "insufficientFilePermissions",
        "The user does not have sufficient permissions for this file.",
      );
    case "not-found":
      return googleError(404, "notFound", "Not found.");
    case "bad-request":
      return googleError(status, "badRequest", "Bad Request");
    case "down":
      return googleError(status, "backendError", "Internal Error");
  }
}

export const invalidToken = () =>
  googleError(400, "invalid", "Invalid Value", parameter("pageToken"));
