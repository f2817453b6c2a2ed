import { z } from "zod";
import { personOf } from "../access/person-of";
import { conflict, notFound } from "../errors";
import { webhookId } from "../ids";
import { command } from "../operation/command";
import { idIn } from "../shapes";
import { webhookFields } from "./contract/webhook";

const MOST_WEBHOOKS = 50;

/** Keeps the settings of a webhook. A new one gets events from now on. */
export const saveWebhook = command("webhooks.save-webhook", {
  title: "Keep the settings of a webhook",
  permission: "webhook.manage",
  input: z.object({ id: webhookId.nullable(), fields: z.object(webhookFields).partial() }),
  output: z.object({ id: idIn("whe") }),
  doors: [],

  async handle({ webhookEndpoints, projects, actor, clock, changed }, { id, fields }) {
    for (const each of fields.projectIds ?? [])
      if (!(await projects.find(each))) notFound("Project", each);
    if (id !== null) {
      const before = (await webhookEndpoints.find(id)) ?? notFound("Webhook", id);
      const { name, url, events, projectIds } = before;
      const was = { name, url, events, projectIds };
      const will = { ...was, ...defined(fields) };
      await webhookEndpoints.change(id, will);
      changed({ subject: id, before: was, after: will });
      return { id };
    }
    const { name, url, events, projectIds } = z.object(webhookFields).parse(fields);
    const made = { name, url, events, projectIds };
    if ((await webhookEndpoints.list()).length >= MOST_WEBHOOKS)
      conflict(`A workspace has at most ${MOST_WEBHOOKS} webhooks`, "Remove one first.");
    const by = personOf(actor);
    const created = await webhookEndpoints.create(made, by.id, clock());
    changed({ subject: created, before: {}, after: made });
    return { id: created };
  },
});

function defined<Fields extends object>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
