import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";

import { createQueryClient } from "./query-client";

const answered = (httpStatus: number) =>
  TRPCClientError.from({ error: { message: "no", code: 0, data: { httpStatus } } });

async function triesOf(error: Error): Promise<number> {
  const client = createQueryClient();
  let tries = 0;
  await client
    .fetchQuery({
      queryKey: ["a"],
      retry: client.getDefaultOptions().queries?.retry ?? false,
      retryDelay: 0,
      queryFn: () => {
        tries += 1;
        throw error;
      },
    })
    .catch(() => undefined);
  return tries;
}

test("a refusal is not asked for again; a failure twice", async () => {
  expect(await triesOf(answered(403))).toBe(1);
  expect(await triesOf(answered(404))).toBe(1);
  expect(await triesOf(answered(503))).toBe(3);
  expect(await triesOf(new TypeError("fetch failed"))).toBe(3);
});
