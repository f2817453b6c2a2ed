import { addressesOf } from "@besunny/connectors/oauth/addresses";
import { createOAuth } from "@besunny/connectors/oauth/oauth";
import { createDropboxSource } from "@besunny/connectors/sources/dropbox/files";
import { createCalendarSource } from "@besunny/connectors/sources/google/calendar";
import { createDriveSource } from "@besunny/connectors/sources/google/drive";
import { createGmailSource } from "@besunny/connectors/sources/google/gmail";
import { createImap } from "@besunny/connectors/sources/imap/imap";
import { createLimiter } from "@besunny/connectors/sources/limiter";
import { createOutlookCalendarSource } from "@besunny/connectors/sources/microsoft/calendar";
import { createOutlookSource } from "@besunny/connectors/sources/microsoft/mail";
import type { Sources } from "@besunny/connectors/sources/registry";
import type { Source } from "@besunny/connectors/sources/source";
import type { Provider, SourceKind } from "@besunny/connectors/sources/source-words";

/** Returns the adapters that read the doubles at this address. */
export function adaptersAt({
  url,
  now,
  pageSize,
}: {
  url: string;
  now: () => Date;
  pageSize: number;
}): Sources {
  const limiter = createLimiter({ paces: {}, now });
  const tools = { limiter, apiUrl: url, now };
  const adapters: Partial<Record<SourceKind, Source>> = {
    drive: createDriveSource({ ...tools, pageSize }),
    gmail: createGmailSource(tools),
    outlook: createOutlookSource(tools),
    "google-calendar": createCalendarSource(tools),
    "outlook-calendar": createOutlookCalendarSource(tools),
    dropbox: createDropboxSource(tools),
    imap: createImap({ limiter, allowList: ["127.0.0.1"] }),
  };
  const of = async (kind: SourceKind) => {
    const adapter = adapters[kind];
    if (!adapter) throw new Error(`The test has no adapter of ${kind}`);
    return adapter;
  };
  const oauth = createOAuth({ now });
  return {
    providers: () => [
      setUp("google", ["drive", "gmail", "google-calendar"]),
      setUp("microsoft", ["outlook", "outlook-calendar"]),
      setUp("dropbox", ["dropbox"]),
      setUp("imap", ["imap"]),
    ],
    of,
    rightsOf: async (kind) => (await of(kind)).facts.scopes,
    oauth: async () => oauth,
    clientOf: (provider) =>
      provider === "imap"
        ? null
        : {
            provider,
            clientId: `practice-${provider}`,
            clientSecret: `practice-secret-${provider}`,
            ...addressesOf(provider, { doubles: url }),
          },
    redirectUri: "http://localhost:3000/api/oauth/callback",
    hookUrlOf: () => null,
  };
}

const setUp = (provider: Provider, kinds: SourceKind[]) => ({
  provider,
  isSetUp: false,
  hasPractice: true,
  missing: [],
  kinds,
});
