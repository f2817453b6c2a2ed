import analytics from "../../messages/en/analytics.json";
import automationRuns from "../../messages/en/automation-runs.json";
import automations from "../../messages/en/automations.json";
import connecting from "../../messages/en/connecting.json";
import encryption from "../../messages/en/encryption.json";
import ending from "../../messages/en/ending.json";
import fields from "../../messages/en/fields.json";
import home from "../../messages/en/home.json";
import instructions from "../../messages/en/instructions.json";
import learning from "../../messages/en/learning.json";
import meetings from "../../messages/en/meetings.json";
import names from "../../messages/en/names.json";
import notices from "../../messages/en/notices.json";
import offline from "../../messages/en/offline.json";
import onboarding from "../../messages/en/onboarding.json";
import outgoing from "../../messages/en/outgoing.json";
import own from "../../messages/en/own.json";
import palette from "../../messages/en/palette.json";
import privacy from "../../messages/en/privacy.json";
import quality from "../../messages/en/quality.json";
import rehearsals from "../../messages/en/rehearsals.json";
import releases from "../../messages/en/releases.json";
import reports from "../../messages/en/reports.json";
import retention from "../../messages/en/retention.json";
import review from "../../messages/en/review.json";
import shown from "../../messages/en/shown.json";
import signingIn from "../../messages/en/signing-in.json";
import slack from "../../messages/en/slack.json";
import sources from "../../messages/en/sources.json";
import spending from "../../messages/en/spending.json";
import usage from "../../messages/en/usage.json";
import visits from "../../messages/en/visits.json";
import webhooks from "../../messages/en/webhooks.json";
import messages from "../../messages/en.json";

/** The web app's texts in English, from every file of the folder. Every other language has the same keys. */
export const english = {
  ...messages,
  ...analytics,
  ...automationRuns,
  ...automations,
  ...rehearsals,
  ...connecting,
  ...encryption,
  ...ending,
  ...fields,
  ...home,
  ...learning,
  ...meetings,
  ...notices,
  ...offline,
  ...onboarding,
  ...visits,
  ...slack,
  ...webhooks,
  ...instructions,
  ...names,
  ...own,
  ...outgoing,
  ...palette,
  ...privacy,
  ...quality,
  ...releases,
  ...reports,
  ...retention,
  ...review,
  ...shown,
  ...signingIn,
  ...sources,
  ...spending,
  ...usage,
};

/** The texts of one language: the namespaces and keys of English, and the sentences of the server that pages show. */
export type Texts = {
  readonly [N in keyof typeof english]: { readonly [K in keyof (typeof english)[N]]: string };
} & { readonly told: { readonly sentences: string } };
