import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";

import { problemOf } from "./problem";

test("an error of the API keeps its words, its hint, its code and its trace id", () => {
  const error = TRPCClientError.from({
    error: {
      message: "There is no such document.",
      code: -32004,
      data: { code: "NOT_FOUND", hint: "It may be in the trash.", traceId: "t1", httpStatus: 404 },
    },
  });
  expect(problemOf(error)).toEqual({
    message: "There is no such document.",
    hint: "It may be in the trash.",
    code: "NOT_FOUND",
    traceId: "t1",
  });
});

test.each([
  [new TypeError("fetch failed"), "fetch failed"],
  [{ message: "odd", data: null }, "odd"],
  ["a text", ""],
  [undefined, ""],
])("%s is a problem without code", (error, message) => {
  expect(problemOf(error)).toEqual({ message, hint: null, code: null, traceId: null });
});
