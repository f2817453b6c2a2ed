import { expect, test } from "vitest";

import { explainFailure } from "./explain-failure";
import { ModelProblem } from "./model-problem";

const named = { model: "tern-1", isNamed: true };
const refused = (status: number, code?: string) =>
  Object.assign(new Error("sk-secret: words of the provider"), { status, code });

test.each([
  [404, /no model named tern-1.*Set OPENAI_MODEL/],
  [401, /Set OPENAI_API_KEY/],
  [403, /Set OPENAI_API_KEY/],
  [429, /no more requests for now/],
  [400, /refused the request \(400\)/],
  [503, /did not answer/],
])("status %d is told as a sentence that repeats nothing of the provider's", (status, sentence) => {
  expect(explainFailure(refused(status), named)).toMatch(sentence);
  expect(explainFailure(refused(status), named)).not.toContain("words");
});

test("a model that is gone is known by its code too", () => {
  expect(explainFailure(refused(400, "model_not_found"), named)).toMatch(/no model named tern-1/);
});

test("a setting that nobody made is not blamed for a model that BeSunny chose", () => {
  const chosen = { model: "tern-1", isNamed: false };
  expect(explainFailure(refused(404), chosen)).toMatch(/lists tern-1 and does not serve it/);
});

test("what says itself what to set is said as it is, and whatever else is thrown is no answer", () => {
  expect(explainFailure(new ModelProblem("Set this."), named)).toBe("Set this.");
  expect(explainFailure("a string", named)).toBe("The provider did not answer.");
});
