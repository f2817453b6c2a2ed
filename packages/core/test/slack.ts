import { randomUUID } from "node:crypto";

import type { Slack } from "@besunny/connectors/slack/slack-words";

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
