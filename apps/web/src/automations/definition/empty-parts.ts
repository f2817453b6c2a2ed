import type { Condition } from "@besunny/rules/conditions";
import type { Definition } from "@besunny/rules/definition";

import type { Problem } from "./problems-at";

/** Returns the parts that may not be empty, not even in a draft. The server would refuse the whole definition and say no more. */
export function emptyParts({ when, nodes }: Definition): Problem[] {
  const empty = (path: Problem["path"]): Problem => ({ code: "input", message: "", path });
  const ofCondition = (condition: Condition, path: Problem["path"]) =>
    "cel" in condition && condition.cel === "" ? [empty([...path, "cel"])] : [];
  return [
    ...(when ? ofCondition(when, ["when"]) : []),
    ...nodes.flatMap((step, at): Problem[] => {
      const path = ["nodes", at];
      if (step.kind === "approval" && step.question === "") return [empty([...path, "question"])];
      if (step.kind === "if") return ofCondition(step.when, [...path, "when"]);
      if (step.kind !== "branch") return [];
      return step.cases.flatMap(({ when: condition }, of) =>
        ofCondition(condition, [...path, "cases", of, "when"]),
      );
    }),
  ];
}
