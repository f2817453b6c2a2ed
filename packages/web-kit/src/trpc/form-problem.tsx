import type { Problem } from "./problem";

/** The reason for which a form was refused, under its fields. */
export function FormProblem({ problem }: { problem: Pick<Problem, "message" | "hint"> }) {
  return (
    <div role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">
      <p>{problem.message}</p>
      {problem.hint && <p className="mt-0.5">{problem.hint}</p>}
    </div>
  );
}
