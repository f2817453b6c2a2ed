import { sourceExamples } from "../sources/examples";
import { automationsExamples } from "./automations";
import { connectingExamples } from "./connecting";
import { documentsExamples } from "./documents";
import type { Example } from "./example";
import { figuresExamples } from "./figures";
import { findingExamples } from "./finding";
import { meetingsExamples } from "./meetings";
import { modelsExamples } from "./models";
import { moneyExamples } from "./money";
import { peopleExamples } from "./people";
import { privacyExamples } from "./privacy";
import { signingInExamples } from "./signing-in";
import { slackExamples } from "./slack";
import { webhookExamples } from "./webhooks";

/** For every operation of a workspace that a door offers: a call that succeeds. A test fails for each that has none. */
export const examples: Record<string, Example> = {
  ...documentsExamples,
  ...peopleExamples,
  ...findingExamples,
  ...modelsExamples,
  ...figuresExamples,
  ...sourceExamples,
  ...meetingsExamples,
  ...connectingExamples,
  ...signingInExamples,
  ...moneyExamples,
  ...privacyExamples,
  ...automationsExamples,
  ...slackExamples,
  ...webhookExamples,
};
