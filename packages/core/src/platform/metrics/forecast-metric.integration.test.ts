import { createDatabase } from "@besunny/db/database";
import { freshDatabase, queryOnce } from "@besunny/db/test/fresh-database";
import { afterAll, beforeAll, expect, test } from "vitest";

import { anEmail, anIdentityContext, aPlatformContext, password } from "../../../test/contexts";
import { aSeries } from "../../../test/forecasts/made-series";
import { signUp } from "../../identity/sign-up";
import { forecastMetric } from "./forecast-metric";

const DAYS = 84;
const firstDay = Date.UTC(2026, 0, 5);
const daily = aSeries("weekly", 3, DAYS).map((count) => Math.ceil(count / 20));

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let db: ReturnType<typeof createDatabase>;
const dayAt = (day: number) => new Date(firstDay + day * 86_400_000);
/** An admin in the middle of the day after so many days. */
const after = (days: number) =>
  aPlatformContext({ db, clock: () => new Date(dayAt(days).getTime() + 43_200_000) });

beforeAll(async () => {
  fresh = await freshDatabase();
  const { appUrl, identityUrl, platformUrl } = fresh;
  db = createDatabase({ app: appUrl, identity: identityUrl, platform: platformUrl });
  const { workspace } = await signUp(anIdentityContext({ db }), {
    name: "Pat",
    email: anEmail(),
    password,
    workspaceName: "Their own",
  });
  const rows = daily.flatMap((count, day) =>
    Array.from(
      { length: count },
      (_, at) =>
        `('doc_${day}_${at}', '${workspace.id}', 'L', 'l.txt', 'text/plain', 1, 'h${day}_${at}', 'k${day}_${at}', '{all,ws}', '${dayAt(day).toISOString()}')`,
    ),
  );
  await queryOnce(
    fresh.superuserUrl,
    `insert into documents (id, workspace_id, title, file_name, media_type, size, content_hash, storage_key, access, created_at) values ${rows.join(",")}`,
  );
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

test("a figure is forecast from its whole days, with its interval and the day of a limit", async () => {
  const week = daily.slice(-7).reduce((sum, count) => sum + count, 0);

  const forecast = await forecastMetric(after(DAYS), {
    metric: "documents.received",
    horizon: 14,
    limit: week * 1.5,
  });

  expect(forecast).toMatchObject({ state: "shown", have: DAYS, needed: 42, unit: "documents" });
  expect(forecast.past.slice(-DAYS).map(({ value }) => value)).toEqual(daily);
  expect(forecast.ahead.map(({ at }) => at)).toEqual(
    Array.from({ length: 14 }, (_, step) => dayAt(DAYS + step)),
  );
  expect(forecast.mase).toBeLessThan(1);
  expect(forecast.coverage).toBeGreaterThan(0.7);
  const { expected, earliest, latest } = forecast.runsOut ?? {};
  expect(expected && expected >= dayAt(DAYS + 7)).toBe(true);
  expect(expected && earliest && earliest <= expected).toBe(true);
  expect(expected && latest && latest >= expected).toBe(true);
});

test("a short history is said to be short, and an unknown figure is not found", async () => {
  const forecast = await forecastMetric(after(20), { metric: "documents.received", horizon: 7 });
  expect(forecast).toMatchObject({
    state: "short",
    have: 20,
    needed: 42,
    ahead: [],
    runsOut: null,
  });
  await expect(forecastMetric(after(20), { metric: "gone.metric" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
