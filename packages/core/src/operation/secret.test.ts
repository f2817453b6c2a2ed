import { expect, test } from "vitest";
import { z } from "zod";

import { secret, withoutSecrets } from "./secret";

test("a secret never leaves its input, wherever it stands", () => {
  const schema = z.object({
    name: z.string(),
    password: secret(z.string()),
    inner: z.object({ key: secret(z.string()), note: z.string() }),
  });

  const seen = withoutSecrets(schema, {
    name: "Ada",
    password: "hunter2",
    inner: { key: "bsk_1", note: "kept" },
  });

  expect(seen).toEqual({ name: "Ada", password: "***", inner: { key: "***", note: "kept" } });
});

test.each([
  ["optional", secret(z.string()).optional()],
  ["nullable", secret(z.string()).nullable()],
  ["with a default", secret(z.string()).default("none")],
  ["piped on", secret(z.string()).pipe(z.string().min(1))],
  ["one of several", secret(z.string().min(10)).or(z.string())],
  ["read only", secret(z.string()).readonly()],
  ["caught", secret(z.string()).catch("none")],
  ["wrapped twice", secret(z.string()).nullable().optional()],
])("a secret stays one when it is %s", (_, key) => {
  expect(withoutSecrets(z.object({ key }), { key: "bsk_1" })).toEqual({ key: "***" });
});

test("a secret within a list, or an optional object, is struck out where it stands", () => {
  const hook = z.object({ url: z.string(), key: secret(z.string()) });
  const schema = z.object({ hooks: z.array(hook), last: hook.optional() });
  const given = { url: "https://a.test", key: "bsk_1" };

  const kept = { url: "https://a.test", key: "***" };
  expect(withoutSecrets(schema, { hooks: [given], last: given })).toEqual({
    hooks: [kept],
    last: kept,
  });
});
