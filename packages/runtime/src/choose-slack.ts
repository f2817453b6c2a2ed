import { createSlack } from "@besunny/connectors/slack/slack";
import type { Slack } from "@besunny/connectors/slack/slack-words";

import type { Env } from "./env";

/** Returns the Slack app of the operator; one that is not set up unless all three of its secrets are named. */
export function chooseSlack(
  {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_URL: url,
  }: Env,
  { webUrl }: { webUrl: string },
): Slack {
  if (!clientId || !clientSecret || !signingSecret) return createSlack(null);
  const redirectUri = new URL("/api/slack/callback", webUrl).toString();
  return createSlack({ clientId, clientSecret, signingSecret, redirectUri, url });
}
