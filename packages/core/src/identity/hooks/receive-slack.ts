import { z } from "zod";

import type { Actor } from "../../access/actor";
import type { IdentityContext } from "../../context";
import { languageOf, languages } from "../../language";
import { identityOperation } from "../../operation/identity";
import { secret } from "../../operation/secret";
import { ofType } from "../../shapes";
import { slackButtons, slackWords } from "../../slack-words";
import { tokenHash } from "../../token-hash";
import { projectsOf, roleOf } from "../rules/role-of";

/** The way in of a click, in place of the id of a key. */
const SLACK = "slack";

const Click = z.object({
  type: z.literal("block_actions"),
  team: z.object({ id: z.string().max(50) }),
  user: z.object({ id: z.string().max(50) }),
  container: z.object({ channel_id: z.string().max(50), message_ts: z.string().max(50) }),
  response_url: z.string().max(1_000),
  actions: z
    .array(z.object({ action_id: z.string().max(100), value: z.string().max(2_000).default("") }))
    .min(1),
});

const Found = z.object({
  workspaceId: z.string(),
  actor: ofType<Actor>(),
  language: z.enum(languages),
  action: z.string(),
  value: z.string(),
  place: z.object({ channel: z.string(), ts: z.string() }),
  responseUrl: z.string(),
});

/**
 * Proves that Slack sent a request, and finds the member who clicked, with their rights of today. `click` is null where nobody counts: the person
 * was shown why. A click on the code of a link proves the link.
 */
export const receiveSlack = identityOperation("identity.receive-slack", {
  title: "Find who clicked in Slack",
  input: z.object({
    body: secret(z.string()),
    signed: z.object({ timestamp: z.string(), signature: z.string() }),
  }),
  output: z.object({ isProven: z.boolean(), click: Found.nullable() }),
  doors: ["rest"],
  notAudited: "What the click does is recorded.",

  async handle(ctx, { body, signed }) {
    const { db, slack, clock } = ctx;
    if (!slack.isSigned(body, signed, clock())) return { isProven: false, click: null };
    const nobody = { isProven: true, click: null };
    const click = Click.safeParse(payloadOf(body)).data;
    const [pressed] = click?.actions ?? [];
    if (!click || !pressed) return nobody;
    const people = db.identity.slackPeople;
    const tell = async (text: string) => {
      await slack.respond(click.response_url, text);
      return nobody;
    };
    const workspaceId = await people.workspaceOf(click.team.id);
    if (!workspaceId) return tell(slackWords.en.notLinked);
    const slackUser = click.user.id;
    if (pressed.action_id === slackButtons.link) {
      const given = { slackUser, codeHash: tokenHash(pressed.value) };
      const userId = await people.prove(workspaceId, given, clock());
      const member = userId ? await memberOf(ctx, workspaceId, userId) : null;
      if (!member) return tell(slackWords.en.oldLink);
      return tell(slackWords[member.language].linked(member.actor.name));
    }
    const userId = await people.findMember(workspaceId, slackUser);
    const member = userId ? await memberOf(ctx, workspaceId, userId) : null;
    if (!member) return tell(slackWords.en.notLinked);
    return {
      isProven: true,
      click: {
        workspaceId,
        ...member,
        action: pressed.action_id,
        value: pressed.value,
        place: { channel: click.container.channel_id, ts: click.container.message_ts },
        responseUrl: click.response_url,
      },
    };
  },
});

/** Returns a member with their rights of today; null if they left or are suspended. */
async function memberOf({ db }: IdentityContext, workspaceId: string, userId: string) {
  const { access } = db.identity;
  const membership = await access.findMembership(workspaceId, userId);
  if (!membership) return null;
  const standing = membership.workspace.billingAccount?.state;
  const isReadOnly = standing === "restricted" || standing === "cancelled";
  const actor = {
    kind: "user" as const,
    id: userId,
    name: membership.user.name,
    role: roleOf(membership.role),
    projects: projectsOf(await access.listProjects(workspaceId, userId)),
    groups: await access.listGroups(workspaceId, userId),
    via: { kind: "apiKey" as const, id: SLACK, scopes: ["read" as const, "write" as const] },
    ...(isReadOnly && { isReadOnly }),
  };
  return { actor, language: languageOf(membership.user.language) ?? ("en" as const) };
}

/** Slack sends what people do as a form with one field. */
function payloadOf(body: string): unknown {
  try {
    return JSON.parse(new URLSearchParams(body).get("payload") ?? "null");
  } catch {
    return null;
  }
}
