import { expect, test } from "vitest";

import { readSignInRefusal, waitText } from "./sign-in-refusal";

test("a form learns how long a person has to wait", () => {
  expect(readSignInRefusal(waitText(40))).toEqual({ kind: "wait", seconds: 40 });
});

test("a form shows the words it was given, and nothing that only next-auth understands", () => {
  expect(readSignInRefusal("Address or password is wrong. Check both and try again.")).toEqual({
    kind: "told",
    message: "Address or password is wrong. Check both and try again.",
  });
  for (const empty of ["CredentialsSignin", "", null, undefined])
    expect(readSignInRefusal(empty)).toEqual({ kind: "unknown" });
});
