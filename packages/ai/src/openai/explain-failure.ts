import { isModelGone, statusOf } from "../outside/failures";
import { RedactionRefused } from "../outside/outside-call";
import { OutsideRefused } from "../outside/outside-refused";
import { ModelProblem } from "./model-problem";
import { UnusableAnswer } from "./unusable-answer";

/** Returns why a hosted model failed, as one sentence for people. Repeats nothing that the provider wrote. */
export function explainFailure(
  error: unknown,
  { model, isNamed }: { model: string | null; isNamed: boolean },
): string {
  if (isSaidByUs(error)) return error.message;
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

function isSaidByUs(error: unknown): error is Error {
  const own = [ModelProblem, UnusableAnswer, OutsideRefused, RedactionRefused];
  return own.some((each) => error instanceof each);
}
