import { RedactionRefused } from "../outside/outside-call";
import { ModelProblem } from "./model-problem";
import { UnusableAnswer } from "./unusable-answer";

/** Returns why a hosted model failed, as one sentence for people. Repeats nothing that the provider wrote. */
export function explainFailure(
  error: unknown,
  { model, isNamed }: { model: string | null; isNamed: boolean },
): string {
  if (
    error instanceof ModelProblem ||
    error instanceof UnusableAnswer ||
    error instanceof RedactionRefused
  )
    return error.message;
  const status = statusOf(error);
  if (isModelGone(error))
    return isNamed
      ? `The provider has no model named ${model}, or has switched it off. Set OPENAI_MODEL to one that it has, or unset it.`
      : `The provider lists ${model} and does not serve it. Set OPENAI_MODEL to another one that it has.`;
  if (status === 401 || status === 403)
    return "The provider refuses the key. Set OPENAI_API_KEY to a key that may use the model.";
  if (status === 429)
    return "The provider takes no more requests for now: a rate limit is reached or its account has no credit.";
  if (status !== null && status < 500) return `The provider refused the request (${status}).`;
  return "The provider did not answer.";
}

/** Returns true if the provider answered that it has no such model. */
export function isModelGone(error: unknown): boolean {
  return statusOf(error) === 404 || read(error, "code") === "model_not_found";
}

/** Returns the HTTP status of the provider's answer, or null if it did not answer. */
export function statusOf(error: unknown): number | null {
  const status = read(error, "status");
  return typeof status === "number" ? status : null;
}

function read(error: unknown, name: string): unknown {
  return typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
}
