import { migrateEngine } from "@besunny/engine/database/migrate";
import { createEngine, type Engine } from "@besunny/engine/engine";
import type { Callers } from "@besunny/jobs/callers";
import { createJobs, type Jobs } from "@besunny/jobs/jobs";
import type { Runtime } from "@besunny/runtime/runtime";

export type RunningJobs = Jobs & {
  /** Null where real Inngest runs the functions. */
  engine: Engine | null;
  stop(): Promise<void>;
};

/** Starts the background functions on the embedded engine, or makes them ready for calls by real Inngest. */
export async function startJobs(runtime: Runtime): Promise<RunningJobs> {
  const callers: Callers = {
    workspaceCaller: runtime.jobCaller,
    sourceCaller: runtime.sourceCaller,
    platformCaller: runtime.jobAcross,
  };

  if (runtime.env.JOBS_ENGINE === "inngest") {
    return {
      ...createJobs({ callers, log: runtime.log }),
      engine: null,
      stop: async () => undefined,
    };
  }

  await migrateEngine({
    connectionString: runtime.engine.connectionString,
    migrationsDirectory: runtime.places.engineMigrations,
  });
  const engine = createEngine({
    ...runtime.engine,
    log: {
      info: (message, details = {}) => runtime.log.info(details, message),
      warn: (message, details = {}) => runtime.log.warn(details, message),
      error: (message, details = {}) => runtime.log.error(details, message),
    },
  });
  const jobs = createJobs({ embedded: engine.fetch, callers, log: runtime.log });
  await engine.start(jobs.handler);
  return { ...jobs, engine, stop: () => engine.stop() };
}
