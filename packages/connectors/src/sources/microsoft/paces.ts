import type { Paces } from "../limiter";

/**
 * The limits that Microsoft documents, read in November 2026. Files: 1,200 resource units a minute for an app in an organisation of up to 1,000
 * licences ("Avoid getting throttled or blocked in SharePoint Online"). Outlook: 10,000 requests in ten minutes for an app and a mailbox
 * ("Microsoft Graph service-specific throttling limits").
 */
export const microsoftPaces: Paces = {
  "microsoft/files": { account: { unitsPerSecond: 1_200 / 60, burst: 200 } },
  "microsoft/outlook": { account: { unitsPerSecond: 10_000 / 600, burst: 200 } },
};

/** Returns the lane of a request, and what it costs there. */
export function costOf(url: string): { lane: string; units: number } {
  const { pathname, searchParams } = new URL(url);
  if (/^\/v1\.0\/me\/(mailFolders|messages|calendars|events)\b/.test(pathname)) {
    return { lane: "outlook", units: 1 };
  }
  if (!/^\/v1\.0\/(drives|sites|me\/drive)\b/.test(pathname)) return { lane: "other", units: 1 };
  if (pathname.endsWith("/permissions")) return { lane: "files", units: 5 };
  const isList = /\/(children|drives|sites|delta|search\(.*\))$/.test(pathname);
  return { lane: "files", units: isList && !searchParams.has("token") ? 2 : 1 };
}
