import type { Outputs } from "@besunny/api/browser/outputs";
import type { Definition } from "@besunny/rules/definition";

/** A mistake with its place in a definition. */
export type Problem = Outputs["automations"]["check"]["problems"][number];

type Path = readonly (string | number)[];

/** Returns the problems at a path and below it, each with the path that is left. */
export function problemsAt(problems: readonly Problem[], at: Path): Problem[] {
  return problems.flatMap((problem) =>
    at.every((part, index) => problem.path[index] === part)
      ? [{ ...problem, path: problem.path.slice(at.length) }]
      : [],
  );
}

/** Returns the problem of one field; undefined if it has none. */
export function problemOn(problems: readonly Problem[], ...at: Path): Problem | undefined {
  return problemsAt(problems, at)[0];
}

/** The part of the editor at which a problem is: the trigger, the condition, a step, or none of these. */
export type Spot = "trigger" | "when" | "start" | { id: string };

export function spotOf({ path }: Problem, { nodes }: Definition): Spot {
  if (path[0] === "trigger" || path[0] === "when") return path[0];
  const step = path[0] === "nodes" && typeof path[1] === "number" ? nodes[path[1]] : undefined;
  return step ? { id: step.id } : "start";
}

/** Returns the problems of a step. */
export function problemsOfStep(
  problems: readonly Problem[],
  { nodes }: Definition,
  id: string,
): Problem[] {
  return problemsAt(problems, ["nodes", nodes.findIndex((step) => step.id === id)]);
}
