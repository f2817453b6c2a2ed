import type { Problem } from "./problem";

/** Why a form was refused, under its fields. */
export function FormProblem({ problem }: { problem: Problem }) {
  return (
    <div role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">
      <p>{problem.message}</p>
      {problem.hint && <p className="mt-0.5">{problem.hint}</p>}
    </div>
  );
}
