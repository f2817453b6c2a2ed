import { getFirstSteps } from "@besunny/core/onboarding/get-first-steps";
import { noteFirstStep } from "@besunny/core/onboarding/note-first-step";
import { noteVisit } from "@besunny/core/onboarding/note-visit";
import { removeSample } from "@besunny/core/onboarding/remove-sample";
import { startSample } from "@besunny/core/onboarding/start-sample";

import { router } from "../init";
import { mutation, query } from "../operations";

export const onboardingRouter = router({
  firstSteps: query(getFirstSteps),
  note: mutation(noteFirstStep),
  visit: mutation(noteVisit),
  startSample: mutation(startSample),
  removeSample: mutation(removeSample),
});
