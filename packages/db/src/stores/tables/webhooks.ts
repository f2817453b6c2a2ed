import { cleared, inWorkspace, ofDocument, type Store, theirs } from "../store";

/** The webhooks of a workspace, out and in, and its Slack. */
export const webhookTables = {
  WebhookEndpoint: inWorkspace({
    table: "webhook_endpoints",
    holds: "webhooks: addresses that get events",
    people: { created_by_id: cleared },
    secrets: ["sealed_secret", "sealed_before"],
  }),
  WebhookMessage: ofDocument({
    table: "webhook_messages",
    holds: "messages of webhooks",
    held: "never",
  }),
  WebhookAttempt: inWorkspace({
    table: "webhook_attempts",
    holds: "tries of messages, with the beginning of each answer",
  }),
  InboundHook: inWorkspace({
    table: "inbound_hooks",
    holds: "addresses at which others tell the workspace something",
    people: { owner_id: theirs },
    secrets: ["token_hash", "sealed_secret", "sealed_before"],
  }),
  InboundDelivery: inWorkspace({
    table: "inbound_deliveries",
    holds: "what came to such addresses",
    documents: { document_id: "clear" },
  }),
  SlackInstall: inWorkspace({
    table: "slack_installs",
    holds: "the Slack of the workspace",
    people: { installed_by_id: cleared },
    secrets: ["sealed_token"],
  }),
  SlackLink: inWorkspace({
    table: "slack_links",
    holds: "which person of Slack a member is",
    people: { user_id: theirs },
    secrets: ["code_hash"],
  }),
} satisfies Partial<Record<string, Store>>;
