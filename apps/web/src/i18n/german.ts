import analytics from "../../messages/de/analytics.json";
import automationRuns from "../../messages/de/automation-runs.json";
import automations from "../../messages/de/automations.json";
import connecting from "../../messages/de/connecting.json";
import encryption from "../../messages/de/encryption.json";
import ending from "../../messages/de/ending.json";
import fields from "../../messages/de/fields.json";
import home from "../../messages/de/home.json";
import instructions from "../../messages/de/instructions.json";
import learning from "../../messages/de/learning.json";
import meetings from "../../messages/de/meetings.json";
import names from "../../messages/de/names.json";
import notices from "../../messages/de/notices.json";
import offline from "../../messages/de/offline.json";
import onboarding from "../../messages/de/onboarding.json";
import outgoing from "../../messages/de/outgoing.json";
import own from "../../messages/de/own.json";
import palette from "../../messages/de/palette.json";
import privacy from "../../messages/de/privacy.json";
import quality from "../../messages/de/quality.json";
import rehearsals from "../../messages/de/rehearsals.json";
import releases from "../../messages/de/releases.json";
import reports from "../../messages/de/reports.json";
import retention from "../../messages/de/retention.json";
import review from "../../messages/de/review.json";
import shown from "../../messages/de/shown.json";
import signingIn from "../../messages/de/signing-in.json";
import slack from "../../messages/de/slack.json";
import sources from "../../messages/de/sources.json";
import spending from "../../messages/de/spending.json";
import told from "../../messages/de/told.json";
import usage from "../../messages/de/usage.json";
import visits from "../../messages/de/visits.json";
import webhooks from "../../messages/de/webhooks.json";
import messages from "../../messages/de.json";
import type { Texts } from "./english";

/** The web app's texts in German, from every file of the folder. */
export const german: Texts = {
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
  // As one text: next-intl takes no key with a full stop in it.
  told: { sentences: JSON.stringify(told) },
};
