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
