import type { Actor } from "../src/access/actor";
import type { PlatformActor } from "../src/access/platform-policy";
import type { PlatformContext, WorkspaceContext } from "../src/context";

/** A context without database, tools or files. `rows` are those of the audit log; `touched` names everything else that was asked for. */
export function refusingContext(actor: Actor) {
  const { rows, touched, record, hooks } = recording();
  const repositories = onlyWith({ audit: { record } }, "repositories", touched);
  const db = {
    read: async () => void touched.push("db.read"),
    write: async (_scope: unknown, work: (tools: unknown) => Promise<unknown>) =>
      work(repositories),
  };
  const call = { actor, workspaceId: "ws_1", door: "rest", traceId: "trace-1", hooks, db, clock };
  return { ctx: asContext<WorkspaceContext>(onlyWith(call, "tools", touched)), rows, touched };
}

/** The same across workspaces. */
export function refusingAcross(actor: PlatformActor) {
  const { rows, touched, record, hooks } = recording();
  const platform = onlyWith({ audit: { record } }, "db.platform", touched);
  const call = { actor, door: "admin", traceId: "trace-1", hooks, db: { platform }, clock };
  return { ctx: asContext<PlatformContext>(onlyWith(call, "tools", touched)), rows, touched };
}

const clock = () => new Date();

function recording() {
  const [rows, touched]: [unknown[], string[]] = [[], []];
  const record = async (entry: unknown) => void rows.push(entry);
  const hooks = {
    span: (_call: unknown, work: () => unknown) => work(),
    limit: async () => undefined,
    isOn: async () => true,
    meter: () => void touched.push("meter"),
  };
  return { rows, touched, record, hooks };
}

/** Answers with what was given, and notes every other name. */
function onlyWith<Given extends object>(given: Given, what: string, touched: string[]): Given {
  return new Proxy(given, {
    get(target, key) {
      if (!(key in target)) touched.push(`${what}.${String(key)}`);
      return Reflect.get(target, key);
    },
  });
}

/** The proxy notes what it lacks, so the test sees every use of a missing part. */
function asContext<Context>(given: object): Context {
  return given as Context;
}
