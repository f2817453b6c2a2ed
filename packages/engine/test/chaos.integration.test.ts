import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  jumpClocks,
  killWorkers,
  losePostgres,
  repeatEvents,
  restartPostgres,
  stallWorkers,
} from "./chaos-scenarios";
import { crowd } from "./chaos-tenants";
import { startPostgres, type TestPostgres } from "./postgres";

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop());

const nothingWrong = { lost: 0, doubled: 0, stuck: 0, failed: 0 };

/** The same with larger numbers: `pnpm bench chaos`. */
describe("nothing is lost, doubled or stuck", { timeout: 180_000 }, () => {
  it("when workers are killed at random moments", async () => {
    const verdict = await killWorkers(postgres, { runs: 25, blows: 4 });
    expect(verdict).toMatchObject(nothingWrong);
    expect(verdict.acknowledged).toBeGreaterThanOrEqual(50);
  });

  it("when workers are stalled and wake up again", async () => {
    expect(await stallWorkers(postgres, { runs: 25, blows: 3 })).toMatchObject(nothingWrong);
  });

  it("when PostgreSQL is restarted under load", async () => {
    expect(await restartPostgres(postgres, { runs: 25, blows: 2 })).toMatchObject(nothingWrong);
  });

  it("when PostgreSQL is away for seconds under load", async () => {
    expect(await losePostgres(postgres, { runs: 25, blows: 2 })).toMatchObject(nothingWrong);
  });

  it("when the workers' clocks jump by hours", async () => {
    expect(await jumpClocks(postgres, { runs: 25, blows: 0 })).toMatchObject({
      ...nothingWrong,
      early: 0,
      cronsAhead: 0,
      cronsDoubled: 0,
    });
  });

  it("when events come several times, at once and in any order", async () => {
    expect(await repeatEvents(postgres, { runs: 40, blows: 0 })).toMatchObject(nothingWrong);
  });

  it("when one of many tenants is noisy: the quiet ones go first", async () => {
    const { worstOvertaking, ...verdict } = await crowd(postgres, { tenants: 60, noise: 150 });
    expect(verdict).toMatchObject({ lost: 0, stuck: 0 });
    expect(worstOvertaking).toBeLessThanOrEqual(6);
  });
});
