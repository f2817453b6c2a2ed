import type { RuleRecord } from "@besunny/rules/record";
import { render } from "@besunny/rules/template";
import { z } from "zod";

import type { Caller } from "../../operation/caller";
import { requestMethods } from "../sending/request-methods";
import { sendRequest } from "../sending/send-request";
import { action, type Change, type Doing, type Plan, type Subject, textOf } from "./action";
import { linkOf } from "./link-of";
import { maskedUrl } from "./masked-url";

const LONGEST_SHOWN = 2_000;
const body = z.string().max(10_000).optional();

/** Sends a message to a webhook of the workspace, signed with its secret. */
export const sendWebhook = action({
  name: "send-webhook",
  field: "request",
  input: z.object({ endpointId: z.string().min(1).max(60), body }),
  isReversible: false,
  names: ({ endpointId: id }) => [{ kind: "endpoint", id, path: ["endpointId"] }],
  templates: ({ body }) => (body === undefined ? [] : [{ text: body, path: ["body"] }]),
  words: ({ endpointId }, { nameOf }) => ({ endpoint: nameOf(endpointId) }),

  plan(world, subject, { endpointId, body: template }) {
    const endpoint = world.endpoints.get(endpointId);
    if (!endpoint) return { kind: "refused", because: "The webhook is gone." };
    if (!endpoint.isOn) return { kind: "refused", because: `${endpoint.name} is not on.` };
    const { filedIn } = subject.document;
    const { projectIds } = endpoint;
    if (projectIds.length > 0 && !filedIn.some(({ id }) => projectIds.includes(id)))
      return {
        kind: "refused",
        because: `${endpoint.name} gets documents of its own projects alone.`,
      };
    const shown = `POST ${maskedUrl(endpoint.url)}`;
    return planned(subject, { name: "send-webhook", shown, template, with: { endpointId } });
  },
  foresee: (_world, subject) => subject,
  perform,
});

/** Sends a request to any public address, unsigned. */
export const httpRequest = action({
  name: "http-request",
  field: "request",
  input: z.object({
    url: z
      .url({ protocol: /^https?$/, error: "Give an address that begins with https" })
      .max(2_000),
    method: z.enum(requestMethods).default("POST"),
    body,
  }),
  isReversible: false,
  templates: ({ body }) => (body === undefined ? [] : [{ text: body, path: ["body"] }]),
  words: ({ url, method }) => ({ url: maskedUrl(url), method }),

  plan: (_world, subject, { url, method, body: template }) =>
    planned(subject, {
      name: "http-request",
      shown: `${method} ${maskedUrl(url)}`,
      template,
      with: { url, method },
    }),
  foresee: (_world, subject) => subject,
  perform,
});

/** Returns what would be sent. What people read of it has no secrets: addresses lose the values that may be some. */
function planned(
  { document, record }: Subject,
  of: {
    name: string;
    shown: string;
    template: string | undefined;
    with: Record<string, string>;
  },
): Plan {
  const written = of.template?.trim()
    ? render(of.template, record, linkOf(document.id))
    : { text: usualBody(record), missing: null };
  if (written.text === null)
    return { kind: "refused", because: `${written.missing} is not known.` };
  return {
    kind: "change",
    change: {
      action: of.name,
      documentId: document.id,
      field: "request",
      before: null,
      after: [of.shown, written.text.slice(0, LONGEST_SHOWN)],
      with: { ...of.with, body: written.text },
    },
  };
}

/** Returns the body of a request for which nobody wrote one: what the document is, and its facts as they are written. */
function usualBody({ doc, facts, now }: RuleRecord): string {
  const { id, title, type = null, tags = [] } = doc;
  const known = Object.entries(facts).flatMap(([name, fact]) =>
    fact?.text === undefined ? [] : [[name, fact.text]],
  );
  return JSON.stringify({
    type: "automation.request",
    timestamp: now.toISOString(),
    data: { documentId: id, title, type, tags, link: linkOf(id), facts: Object.fromEntries(known) },
  });
}

async function perform(caller: Caller, change: Change, { key }: Doing): Promise<void> {
  const { endpointId, url, method, body: written } = change.with ?? {};
  await sendRequest(caller, {
    documentId: change.documentId,
    to:
      endpointId === undefined
        ? { url: textOf(url), method: z.enum(requestMethods).parse(method) }
        : { endpointId: textOf(endpointId) },
    body: textOf(written),
    key,
  });
}
