import { AppError, errorCodes } from "@besunny/core/errors";
import { expect, test } from "vitest";

import { problem, problemStatus } from "./problem";

test("it tells a bug apart from a refusal without showing what broke", async () => {
  const response = problem(new TypeError("secret of /srv/app.ts"), "trace");

  expect(response.status).toBe(500);
  expect(await response.text()).not.toMatch(/secret|srv|TypeError|stack/);
});

test("it says when to come back", () => {
  const error = new AppError("RATE_LIMITED", "Too many", { retryAfterSeconds: 7 });

  expect(problem(error, "trace").headers.get("retry-after")).toBe("7");
});

test.for(errorCodes)(
  "it gives %s a status of its class, which stands in the body too",
  async (code) => {
    const response = problem(new AppError(code, "so"), "trace");

    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.json()).toMatchObject({
      code,
      status: problemStatus[code],
      traceId: "trace",
    });
  },
);
