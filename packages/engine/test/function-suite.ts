import { beforeAll, describe } from "vitest";

import { flowCases } from "./suite-flow";
import { limitCases } from "./suite-limits";
import type { Stage, World } from "./suite-stage";
import { stepCases } from "./suite-steps";
import { waitingCases } from "./suite-waiting";

/** Plays one case in a world of its own. */
export type Play = (scene: (world: World) => Promise<void>) => () => Promise<void>;

/** The documented behaviour of Inngest functions as tests, which run on the given stage. */
export function functionSuite(open: () => Promise<Stage>): void {
  let stage: Stage;
  beforeAll(async () => {
    stage = await open();
  }, 120_000);
  const play: Play = (scene) => () => stage(scene);

  describe.concurrent("steps", { timeout: 180_000 }, () => stepCases(play));
  describe.concurrent("waiting", { timeout: 180_000 }, () => waitingCases(play));
  describe.concurrent("flow", { timeout: 180_000 }, () => flowCases(play));
  describe.concurrent("limits", { timeout: 180_000 }, () => limitCases(play));
}
