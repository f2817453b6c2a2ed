import { expect, test } from "vitest";

import { AppError } from "../../errors";
import { failureOf } from "./failure";

test("a person is told why a file could not be read and what to do, and it is not tried in vain", () => {
  const error = Object.assign(new Error("The file is protected by a password."), {
    name: "ReadingError",
    code: "ENCRYPTED",
    remedy: "Remove the password and upload it again.",
  });
  expect(failureOf(error)).toEqual({
    code: "ENCRYPTED",
    message: "The file is protected by a password.",
    remedy: "Remove the password and upload it again.",
    isFinal: true,
  });
});

test("a provider that is away is tried again", () => {
  expect(
    failureOf(new AppError("PROVIDER_UNAVAILABLE", "The model does not answer")),
  ).toMatchObject({
    isFinal: false,
  });
});

test("a bug is tried again and its inner words are not shown", () => {
  const failure = failureOf(new TypeError("undefined is not a function"));
  expect(failure).toMatchObject({ code: "INTERNAL", isFinal: false });
  expect(failure.message).not.toContain("undefined");
});
