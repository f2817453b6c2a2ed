import { randomUUID } from "node:crypto";

import { slackDouble } from "@besunny/connectors/doubles/slack/slack-double";
import { createSlack } from "@besunny/connectors/slack/slack";
import type { Slack } from "@besunny/connectors/slack/slack-words";

const app = { clientId: "1.2", clientSecret: "hush", signingSecret: "sign" };

/** A double of Slack, and what speaks with it. Its workspace of Slack is its own, because one Slack belongs to one workspace. */
export async function aSlackDouble() {
  const double = await slackDouble(app);
  double.team.id = `T${randomUUID()}`;
  const redirectUri = "http://localhost:3000/api/slack/callback";
  return { double, slack: createSlack({ ...app, redirectUri, url: double.url }) };
}

const done = async () => ({ trouble: null, value: null }) as const;

/** A Slack that does whatever is asked. Each installation is of another workspace of Slack. */
export const anAgreeableSlack: Slack = {
  isSetUp: true,
  consentUrl: (state) => `https://slack.example/?state=${encodeURIComponent(state)}`,
  install: async () => ({
    trouble: null,
    value: { teamId: `T${randomUUID()}`, teamName: "Mill", token: "xoxb-1" },
  }),
  revoke: done,
  findUser: async () => ({ trouble: null, value: "U012AB3CD" }),
  post: async (_token, channel) => ({ trouble: null, value: { channel, ts: "1.1" } }),
  update: done,
  respond: done,
  isSigned: () => false,
};
