import { expect, test } from "vitest";

import { mergeMessages } from "./request-config";

test("an app adds texts to a namespace of the kit, and replaces some of them", () => {
  const kit = { problem: { title: "Failed", retry: "Again" }, signIn: { title: "Sign in" } };
  const app = { problem: { title: "Broken", home: "Home" }, shell: { skip: "Skip" } };
  expect(mergeMessages(kit, app)).toEqual({
    problem: { title: "Broken", retry: "Again", home: "Home" },
    signIn: { title: "Sign in" },
    shell: { skip: "Skip" },
  });
});
