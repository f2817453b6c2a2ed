import { randomUUID } from "node:crypto";

import { beginInstalling } from "../../src/slack/begin-installing";
import { keepInstall } from "../../src/slack/keep-install";
import { keepLink } from "../../src/slack/keep-link";
import type { World } from "../world";
import { by, type Example, makesRow, none } from "./example";

const anInstall = async ({ owner }: World) => {
  const sealed = owner.sealer.seal("xoxb-1", {
    table: "slack_installs",
    column: "sealed_token",
    id: owner.workspaceId,
  });
  await keepInstall(owner, { teamId: `T${randomUUID()}`, teamName: "Mill", sealed });
  return {};
};

export const slackExamples: Record<string, Example> = {
  "slack.answer-click": by(() => ({
    action: "approval.approve",
    value: "{}",
    place: { channel: "D1", ts: "1.1" },
    responseUrl: "https://hooks.slack.com/1",
    webUrl: "http://localhost:3000",
    language: "en",
  })),
  "slack.begin-installing": by(none),
  "slack.begin-linking": by(async (world) => {
    await anInstall(world);
    return { slackUser: "U012AB3CD", language: "en" };
  }, makesRow),
  "slack.disconnect-slack": by(anInstall),
  "slack.finish-installing": by(async ({ owner }) => {
    const { url } = await beginInstalling(owner, {});
    const state = new URL(url).searchParams.get("state") ?? "";
    return { code: "a-code", sealedState: state.split(".")[1] };
  }),
  "slack.get-slack": by(none),
  "slack.unlink-me": by(async ({ owner }) => {
    await keepLink(owner, { slackUser: "U012AB3CD", codeHash: randomUUID() });
    return {};
  }),
};
