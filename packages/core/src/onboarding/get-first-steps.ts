import { z } from "zod";

import { personOf } from "../access/person-of";
import { may } from "../access/policy";
import { query } from "../operation/query";
import { FirstSteps } from "./contract";

/** Shows which of the first steps the caller has done. Steps that their role does not allow are left out. */
export const getFirstSteps = query("onboarding.get-first-steps", {
  title: "Show my first steps",
  permission: "document.read",
  input: z.object({}),
  output: FirstSteps,
  doors: ["web"],

  async handle({ firstSteps, projects, actor }) {
    const person = personOf(actor);
    const done = await firstSteps.find(person.id);
    const sample = await projects.findSample();
    const last = may(actor, "member.invite")
      ? { step: "invite" as const, isDone: done.hasInvited || done.hasView }
      : { step: "view" as const, isDone: done.hasView };
    return {
      steps: [
        ...(may(actor, "document.upload")
          ? [{ step: "upload" as const, isDone: done.hasUploaded }]
          : []),
        { step: "place" as const, isDone: done.hasSeenPlace },
        ...(may(actor, "document.correct")
          ? [{ step: "type" as const, isDone: done.hasLabelled }]
          : []),
        { step: "ask" as const, isDone: done.hasAsked },
        last,
      ],
      isSkipped: done.isSkipped,
      sampleProject: sample && { id: sample.id, name: sample.name },
    };
  },
});
